import { dayAt, type Day } from '~/domain/day'
import type { EventData, FieldSpec } from './control'
import { own, type Scalar } from '~/domain/json'
import { firstOnSteps } from './number-steps'
import { acceptForm } from './payload'

const isOpen = (value: Scalar) => value === null || value === '' || value === false

function firstDay({ earliest, latest }: FieldSpec, today: Day): Day {
  if (earliest !== undefined && today < earliest) return earliest
  return latest !== undefined && today > latest ? latest : today
}

/** The smallest value that a required field accepts. */
function leastValue(field: FieldSpec, startedAt: number): Scalar {
  switch (field.kind) {
    case 'checkbox':
      return true
    case 'date':
      return firstDay(field, dayAt(startedAt))
    case 'number':
    case 'money':
      return firstOnSteps(field, 1)
    default:
      return 'Sample'.padEnd(field.min ?? 0, '.')
  }
}

/** A value for a field without samples: its initial value, the first option, or the smallest value that fits. */
function fillIn(field: FieldSpec, startedAt: number): Scalar {
  if (!isOpen(field.initial)) return field.initial
  if (field.kind === 'select') return field.options?.[0]?.value ?? null
  return field.required ? leastValue(field, startedAt) : field.initial
}

/** The author's samples, completed, that the form accepts at present; without any, one made from the fields. */
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
