import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'

/** A day and a time by the clocks of the workspace; sent as `at`. */
export function MomentField({ label, timeZone }: { label: string; timeZone: string }) {
  return (
    <Field label={`${label} (${timeZone})`}>
      {(control) => <TextInput {...control} type="datetime-local" name="at" required className="w-56" />}
    </Field>
  )
}
