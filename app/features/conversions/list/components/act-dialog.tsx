import type { useFetcher } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { Dialog } from '~/ui/dialog'
import { Field } from '~/ui/field'
import { WITHDRAW_REASON_LENGTH } from '../../schemas'
import { ClaimChoice } from './claim-choice'
import type { ConversionAct } from './conversion-actions'
import type { ConversionView } from '../conversion-view'

/** The server's response to the last action. */
export type ActAnswer = { done: ConversionAct } | { failed: string }

/** The dialog to withdraw a conversion or match it manually. */
export function ActDialog({
  act,
  conversion,
  fetcher,
  onClose,
}: {
  act: ConversionAct
  conversion: ConversionView
  fetcher: ReturnType<typeof useFetcher<ActAnswer>>
  onClose: () => void
}) {
  const { t } = useTranslation('conversions')
  const form = `act-${conversion.id}`
  const failed =
    fetcher.state === 'idle' && fetcher.data && 'failed' in fetcher.data ? fetcher.data.failed : null
  const errors = failed ? [t(`conversions.error.${failed}`)] : undefined
  const isMatch = act === 'match'
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t(`conversions.${act}Title`)}
      description={t(`conversions.${act}Text`)}
      closeLabel={t('conversions.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('conversions.cancel')}</Button>
          <Button
            type="submit"
            form={form}
            tone={isMatch ? 'primary' : 'danger'}
            busy={fetcher.state !== 'idle'}
          >
            {t(`conversions.${act}`)}
          </Button>
        </>
      }
    >
      <fetcher.Form id={form} method="post">
        <input type="hidden" name="id" value={conversion.id} />
        <input type="hidden" name="intent" value={act} />
        {isMatch && conversion.claims.length > 0 ? (
          <ClaimChoice claims={conversion.claims} errors={errors} />
        ) : (
          <Field
            label={t(isMatch ? 'conversions.trialId' : 'conversions.reason')}
            hint={t(isMatch ? 'conversions.trialHint' : 'conversions.reasonHint')}
            errors={errors}
          >
            {(control) => (
              <TextInput
                {...control}
                name={isMatch ? 'trial' : 'reason'}
                required={isMatch}
                maxLength={WITHDRAW_REASON_LENGTH}
                autoComplete="off"
              />
            )}
          </Field>
        )}
      </fetcher.Form>
    </Dialog>
  )
}
