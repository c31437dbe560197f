import type { EventData, FieldSpec } from './control'
import { own, type Scalar } from './json'
import { acceptForm } from './payload'

/** A value for a field of which the author said nothing: how it opens, the first option, the least that fits. */
function fillIn(field: FieldSpec, startedAt: number): Scalar {
  if (field.initial !== null && field.initial !== '' && field.initial !== false) return field.initial
  if (field.kind === 'select') return field.options?.[0]?.value ?? null
  if (!field.required) return field.initial
  if (field.kind === 'checkbox') return true
  if (field.kind === 'date') return new Date(startedAt).toISOString().slice(0, 10)
  if (field.kind === 'number' || field.kind === 'money') return field.min ?? 1
  return 'Sample'.padEnd(field.min ?? 0, '.')
}

/** The author's samples, completed, as far as the form accepts them now; without any, one made from the fields. */
export function formSamples(
  fields: FieldSpec[],
  samples: EventData[] | undefined,
  startedAt: number,
): EventData[] {
  const given = samples === undefined || samples.length === 0 ? [{}] : samples
  return given.flatMap((sample) => {
    const filled = fields.map((field) => [
      field.name,
      own<Scalar>(sample, field.name) ?? fillIn(field, startedAt),
    ])
    const complete: EventData = { ...Object.fromEntries(filled), ...sample }
    const accepted = acceptForm(fields, complete)
    return accepted.ok ? [accepted.data] : []
  })
}
