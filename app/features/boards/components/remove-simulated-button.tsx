import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'

/** What the form of `RemoveSimulatedButton` says to the action of its page. */
export const REMOVE_SIMULATED = 'remove-simulated'

/** Deletes all simulated trials, on every board and for good. */
export function RemoveSimulatedButton() {
  const { t } = useTranslation('boards')
  const navigation = useNavigation()
  const busy = navigation.formData?.get('intent') === REMOVE_SIMULATED
  return (
    <Form method="post" preventScrollReset>
      <Button type="submit" name="intent" value={REMOVE_SIMULATED} size="small" tone="secondary" busy={busy}>
        {t('simulated.remove')}
      </Button>
    </Form>
  )
}
