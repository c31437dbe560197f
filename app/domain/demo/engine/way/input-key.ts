import type { EventData } from '../../screen/control'
import { hashText } from '../hash-text'
import { canonicalJson, type Scalar } from '~/domain/json'
import type { Run } from '../run-state'
import { seededId } from '../seeded-id'

const SEEDED_ID = /^[0-9a-z]{11}$/

/**
 * A short key of the data of an event: equal for the same data, also when two runs gave their rows other ids. Empty
 * without data. `run` is the one that takes the event.
 */
export function inputKey(data: EventData | undefined, run: Pick<Run, 'seed' | 'ids'>): string {
  if (!data) return ''
  const entries = Object.entries(data)
  if (entries.length === 0) return ''
  return hashText(
    canonicalJson(Object.fromEntries(entries.map(([name, value]) => [name, stable(value, run)]))),
  )
}

/** The n-th id of a run has the same name in every run. */
function stable(value: Scalar, { seed, ids }: Pick<Run, 'seed' | 'ids'>): Scalar {
  if (typeof value !== 'string' || !SEEDED_ID.test(value)) return value
  for (let n = 1; n <= ids; n++) if (seededId(seed, n) === value) return `newId() ${n}`
  return value
}
