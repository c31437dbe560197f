import type { Context } from '~/platform/context/context'

/** The person stored with a change of a document; null when Foyer made it. */
export function changedBy({ actor }: Pick<Context, 'actor'>): string | null {
  return actor.kind === 'staff' ? actor.id : null
}
