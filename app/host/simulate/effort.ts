import type { OfferedEvent } from '~/domain/demo/engine/offered-events'

/** The work on the current screens: fields to fill in and rows to choose from. */
export interface Effort {
  fields: number
  rows: number
}

export function effortOf(offered: readonly OfferedEvent[]): Effort {
  const controls = new Set(offered.map(({ control }) => control))
  const effort: Effort = { fields: 0, rows: 0 }
  for (const { payload } of controls) {
    if (payload.kind === 'form') effort.fields += payload.fields.length
    if (payload.kind === 'row') effort.rows += payload.rows.length
  }
  return effort
}

/** 1 for a screen with one button, up to about 3 for a long list or form. */
export const hardship = ({ fields, rows }: Effort): number => Math.min(3, 0.6 + 0.25 * fields + 0.12 * rows)
