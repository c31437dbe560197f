import type { SubmissionResult } from '@conform-to/react'
import type { DomainError } from '~/domain/errors'
import { issuesOf } from '../parse-input'
import type { FormFields } from './read-form'

export interface ReplyOptions {
  /** What is wrong with the whole of it. */
  formErrors?: string[]
  /** What is wrong with a field, beside what its schema says. */
  fieldErrors?: Record<string, string[]>
  /** Fields that do not go back to the page, such as passwords. */
  hideFields?: string[]
}

/**
 * The reply to a refused form, as `useForm` takes it for its `lastResult`: the submitted values and the errors by
 * field.
 */
export function formReply(
  sent: FormFields,
  error: DomainError,
  { formErrors, fieldErrors = {}, hideFields = [] }: ReplyOptions = {},
): SubmissionResult<string[]> {
  const shown = Object.entries(sent).filter(([name]) => !hideFields.includes(name))
  const errors = { ...errorsByField(error), ...fieldErrors, ...(formErrors?.length && { '': formErrors }) }
  return {
    status: 'error',
    initialValue: Object.fromEntries(shown.flatMap(([name, value]) => textOf(name, value))),
    fields: Object.keys(sent),
    error: errors,
  }
}

function textOf(name: string, value: FormFields[string]): [string, string | string[]][] {
  if (typeof value === 'string') return [[name, value]]
  if (!Array.isArray(value)) return []
  return [[name, value.filter((each) => typeof each === 'string')]]
}

/** The issues of an `invalid-input`, by field. */
function errorsByField(error: DomainError): Record<string, string[]> {
  const byField: Record<string, string[]> = {}
  const issues = error.code === 'invalid-input' ? issuesOf(error) : []
  for (const { at, message } of issues) {
    const [field = ''] = at.split('.')
    byField[field] = [...(byField[field] ?? []), message]
  }
  return byField
}
