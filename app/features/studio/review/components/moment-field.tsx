import { useTranslation } from 'react-i18next'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'

/** A day and a time by the clocks of the workspace; sent as `at`. */
export function MomentField({ label, timeZone }: { label: string; timeZone: string }) {
  const { t } = useTranslation('review')
  return (
    <Field label={label} hint={t('zone', { zone: timeZone })}>
      {(control) => <TextInput {...control} type="datetime-local" name="at" required className="w-56" />}
    </Field>
  )
}
