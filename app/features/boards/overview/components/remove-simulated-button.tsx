import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { Dialog } from '~/ui/dialog'

/** The `intent` of the `RemoveSimulatedButton` form. */
export const REMOVE_SIMULATED = 'remove-simulated'

/** Deletes all simulated trials permanently, after confirmation. */
export function RemoveSimulatedButton() {
  const { t } = useTranslation('boards')
  const [asking, setAsking] = useState(false)
  const navigation = useNavigation()
  const busy = navigation.formData?.get('intent') === REMOVE_SIMULATED
  return (
    <>
      <Button size="small" busy={busy} onClick={() => setAsking(true)}>
        {t('simulated.remove')}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('simulated.ask')}
        description={t('simulated.askText')}
        closeLabel={t('simulated.keep')}
        footer={
          <Form
            method="post"
            preventScrollReset
            className="flex flex-wrap gap-2"
            onSubmit={() => setAsking(false)}
          >
            <Button onClick={() => setAsking(false)}>{t('simulated.keep')}</Button>
            <Button type="submit" name="intent" value={REMOVE_SIMULATED} tone="danger">
              {t('simulated.remove')}
            </Button>
          </Form>
        }
      >
        {null}
      </Dialog>
    </>
  )
}
