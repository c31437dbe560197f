import type { FormEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { ButtonView } from '~/domain/demo/screen/blocks/button'
import type { FormView } from '~/domain/demo/screen/blocks/form'
import { classNames } from '~/ui/class-names'
import { pointsAtForm } from '../../stage/points-at'
import { BlockFrame } from '../block-frame'
import { RefusalNote } from '../../stage/components/refusal-note'
import { useScreen } from '../../stage/components/screen-context'
import { FormActions } from './form-actions'
import { FormField } from './form-field'
import type { FieldErrors, FormValues } from './form-values'
import { checkField, checkForm, fillValues, initialValues, readFormValues } from './form-values'

/**
 * A form of the product, with the buttons that leave it beside its own. Errors appear when a field is left or the form
 * is submitted, and disappear as soon as they are fixed.
 */
export function FormBlock({ block, beside = [] }: { block: FormView; beside?: ButtonView[] }) {
  const { interactive, send, pointer, refusal, samples, onExample } = useScreen()
  const [values, setValues] = useState<FormValues>(() => initialValues(block.fields))
  const [errors, setErrors] = useState<FieldErrors>({})
  const form = useRef<HTMLFormElement>(null)
  const pointed = pointsAtForm(pointer, block.submit)

  useEffect(() => {
    const data = pointed ? pointer?.data : null
    if (!data) return
    setValues((now) => fillValues(block.fields, now, data))
    setErrors({})
  }, [pointed, pointer, block.fields])

  function change(name: string, value: string | boolean) {
    setValues((now) => ({ ...now, [name]: value }))
    setErrors(({ [name]: _mended, ...rest }) => rest)
  }

  function leave(name: string) {
    const field = block.fields.find((each) => each.name === name)
    const error = field && values[name] !== '' ? checkField(field, values[name]) : null
    if (error) setErrors((now) => ({ ...now, [name]: error }))
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const found = checkForm(block.fields, values)
    setErrors(found)
    const first = block.fields.find((field) => found[field.name])
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first.name}"]`)?.focus()
    else send(block.submit, readFormValues(block.fields, values))
  }

  const sample = samples[block.submit.id]
  return (
    <BlockFrame block={block}>
      <form
        ref={form}
        noValidate
        onSubmit={submit}
        data-pointed={pointed || undefined}
        className={classNames('grid gap-5', pointed && 'hint-ring')}
      >
        <fieldset disabled={!interactive} className="grid min-w-0 gap-x-5 gap-y-4 @lg:grid-cols-2">
          {block.fields.map((field) => (
            <FormField
              key={field.name}
              field={field}
              value={values[field.name] ?? ''}
              error={errors[field.name] ?? null}
              refused={
                refusal?.control === block.submit.id && refusal.field === field.name ? refusal.message : null
              }
              onChange={change}
              onLeave={leave}
            />
          ))}
        </fieldset>
        <FormActions
          submit={block.submit}
          beside={beside}
          onExample={
            interactive && sample
              ? () => {
                  setValues((now) => fillValues(block.fields, now, sample))
                  onExample(block.submit.id)
                }
              : null
          }
        />
      </form>
      {beside.map((button) => (
        <RefusalNote key={button.id} block={button.id} />
      ))}
    </BlockFrame>
  )
}
