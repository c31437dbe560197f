import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { lockSavedQuery, putSavedQuery, type SavedQueryRow } from '#db/queries/saved-queries'
import { lockNames } from '#db/queries/locks'
import type { z } from 'zod'
import { DomainError } from '~/domain/errors'
import { fold } from '~/domain/fold'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { refuseTakenName } from './refuse-taken-name.server'
import { saveQuerySchema } from './saved-schemas'

type Wish = z.output<typeof saveQuerySchema>

/**
 * Saves a funnel or a segment under a name: a new one, or a change of the version that its author saw.
 * @throws DomainError `conflict` when the name is taken (`at: name`), or somebody changed it meanwhile (with both versions);
 *   `not-found`
 */
export const saveQuery = verb(
  { permission: 'boards.save', input: saveQuerySchema, audit: ['funnel.save', 'segment.save'] },
  async ({ ctx, input, audit }): Promise<{ id: string; version: number }> => {
    const { kind, name } = input
    const at = ctx.now()
    const by = auditActor(ctx.actor).actorName
    return ctx.db.transaction(async (tx) => {
      await lockNames(tx, [`saved ${kind}`])
      const before = await beforeOf(tx, input)
      await refuseTakenName(tx, { kind, name, id: before?.id })
      const made = before ?? { id: uuidv7({ msecs: at.getTime() }), version: 0, createdAt: at, createdBy: by }
      const version = made.version + 1
      await putSavedQuery(tx, {
        ...{ ...made, kind, name, version, body: input.body, nameKey: fold(name) },
        ...{ changedAt: at, changedBy: by, removedAt: null },
      })
      await audit(tx, `${kind}.save`, { subject: made.id, at, data: { note: name, version } })
      return { id: made.id, version }
    })
  },
)

/** What is changed; null for a new one. */
async function beforeOf(tx: Executor, { kind, name, body, on }: Wish): Promise<SavedQueryRow | null> {
  if (!on) return null
  const found = await lockSavedQuery(tx, on.id)
  if (found?.kind !== kind) throw new DomainError('not-found', `There is no such ${kind}.`)
  if (found.version === on.version && found.removedAt === null) return found
  throw new DomainError('conflict', 'Somebody changed it since it was opened.', {
    ...{ at: 'version', expected: on.version, draftVersion: found.version },
    theirs: { name: found.name, body: JSON.stringify(found.body), by: found.changedBy },
    yours: { name, body: JSON.stringify(body) },
    savedAt: found.changedAt.toISOString(),
  })
}
