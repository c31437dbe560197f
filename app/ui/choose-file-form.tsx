import { Form, useNavigation } from '@remix-run/react'
import { Button } from './button'
import { TextInput } from './controls'
import type { Elements } from './elements'
import { Field } from './field'

interface ChooseFileFormProps {
  label: string
  hint: string
  /** The label of the button. */
  check: string
  /** What the file must look like. */
  children: Elements
}

/** The first step of an import: which file. It is sent as `file`. */
export function ChooseFileForm({ label, hint, check, children }: ChooseFileFormProps) {
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post" encType="multipart/form-data" className="grid max-w-2xl gap-6">
      <Field label={label} hint={hint}>
        {(control) => (
          <TextInput
            {...control}
            type="file"
            name="file"
            accept=".csv,.tsv,.txt,text/csv"
            required
            className="py-2 file:mr-3 file:rounded-md file:border-0 file:bg-sunken file:px-3 file:py-1.5 file:text-sm file:font-medium file:text-ink"
          />
        )}
      </Field>
      <Button type="submit" tone="primary" className="w-fit" busy={busy}>
        {check}
      </Button>
      {children}
    </Form>
  )
}
