import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Executor } from '#db/client'
import { findAsk } from '#db/queries/asks'
import {
  isSearched,
  isSpoken,
  listRevisionsById,
  lockFeedbackWork,
  lockSearchWork,
  writeFeedbackWork,
  writeSearchWork,
} from '#db/queries/feedback-work'
import type { WorkValues } from '#db/queries/feedback-work'
import { findPerson } from '#db/queries/people'
import { findTrialById } from '#db/queries/trial-by-id'
import { isAllowed } from '~/domain/access/permissions'
import { DomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import type { FeedbackKey } from './feedback-key'
import { formatFeedbackKey } from './feedback-key'
import { changeFeedbackSchema } from './schemas'
import type { FeedbackChanges, FeedbackWork } from './schemas'

type Change = z.output<typeof changeFeedbackSchema>['changes'][number]
type Undo = FeedbackChanges['changes'][number]

export interface ChangedFeedback {
  changed: number
  /** Somebody else changed these first, or they are gone. */
  conflicts: number
  /** The changes that put everything back. */
  undo: Undo[]
}

/**
 * Marks what prospects said as new or seen, gives it to a person, or says which revision answers it. Each is changed only if
 * it still is as it was seen; the others are.
 *
 * @throws DomainError `not-found` for a person who may not answer, or an unknown revision
 */
export const changeFeedback = verb(
  { permission: 'asks.answer', input: changeFeedbackSchema, audit: ['feedback.change'] },
  async ({ ctx, input: { changes }, audit }): Promise<ChangedFeedback> => {
    const undo = await ctx.db.transaction(async (tx) => {
      await refuseUnknown(tx, changes)
      const done: Undo[] = []
      for (const change of inOrder(changes)) {
        const back = await changeOne(tx, ctx, change)
        if (back) done.push(back)
      }
      // The entry outlives what was said, so it names none of it.
      const states = [...new Set(changes.map(({ to }) => to.state))]
      if (done.length > 0)
        await audit(tx, 'feedback.change', { subject: '', data: { states, items: done.length } })
      return done
    })
    if (undo.length > 0) await ctx.columns.catchUp()
    return { changed: undo.length, conflicts: changes.length - undo.length, undo }
  },
)

/** In one order, so that two people who change the same never wait for each other. */
const inOrder = (changes: readonly Change[]): Change[] => {
  const keyOf = ({ item }: Change) => JSON.stringify(item)
  return [...changes].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

async function refuseUnknown(tx: Executor, changes: readonly Change[]): Promise<void> {
  const people = new Set(changes.flatMap(({ to }) => (to.state === 'assigned' ? [to.assignedTo] : [])))
  for (const id of people) {
    const person = await findPerson(tx, id)
    if (person && isAllowed(person.roles, 'asks.answer')) continue
    throw new DomainError('not-found', 'This person may not answer.', { at: 'assignedTo' })
  }
  const named = changes.flatMap(({ to }) => (to.state === 'answered' && to.revisionId ? [to.revisionId] : []))
  const revisions = [...new Set(named)]
  if ((await listRevisionsById(tx, revisions)).length === revisions.length) return
  throw new DomainError('not-found', 'There is no such revision.', { at: 'revisionId' })
}

/** The change that puts it back; null when somebody else was first or it is gone. */
async function changeOne(tx: Executor, ctx: Context, { item, version, to }: Change): Promise<Undo | null> {
  const work = await openWork(tx, item)
  if (!work || (work.held?.version ?? 0) !== version) return null
  if (!(await work.write({ ...valuesOf(to), changedAt: ctx.now(), version }))) return null
  return { item: textOf(item), version: version + 1, to: backTo(work.held) }
}

const valuesOf = (to: FeedbackWork) => ({
  state: to.state,
  assignedTo: to.state === 'assigned' ? to.assignedTo : null,
  revisionId: to.state === 'answered' ? to.revisionId : null,
})

function backTo(held: Held | null): FeedbackWork {
  if (held?.state === 'answered') return { state: 'answered', revisionId: held.revisionId }
  // Of somebody who is gone.
  if (held?.state === 'assigned' && held.assignedTo === null) return { state: 'seen' }
  if (held?.state === 'assigned') return { state: 'assigned', assignedTo: held.assignedTo ?? '' }
  return { state: held?.state === 'seen' ? 'seen' : 'new' }
}

type Held = NonNullable<Awaited<ReturnType<typeof lockFeedbackWork>>>

interface OpenWork {
  held: Held | null
  write(values: WorkValues & { version: number }): Promise<boolean>
}

/** Where the work on something is kept; null when nobody said it. */
async function openWork(tx: Executor, item: FeedbackKey): Promise<OpenWork | null> {
  if (item.kind === 'search') {
    const { query, locale } = item
    if (!(await isSearched(tx, { query, locale }))) return null
    return {
      held: await lockSearchWork(tx, { query, locale }),
      write: (values) => writeSearchWork(tx, { id: uuidv7(), query, locale }, values),
    }
  }
  const key = await spokenKey(tx, item)
  if (!key || !(await isSpoken(tx, key))) return null
  return {
    held: await lockFeedbackWork(tx, key),
    write: (values) => writeFeedbackWork(tx, key, values),
  }
}

async function spokenKey(tx: Executor, item: Exclude<FeedbackKey, { kind: 'search' }>) {
  const { kind } = item
  if (kind === 'ask') {
    const ask = await findAsk(tx, item.id)
    return ask && { kind, visitorId: ask.visitorId, id: ask.id }
  }
  const trial = await findTrialById(tx, item.trial)
  return trial && { kind, visitorId: trial.visitorId, id: kind === 'rating' ? item.trial : item.id }
}

const textOf = (item: FeedbackKey): string => {
  if (item.kind === 'search') return `search:${item.locale}:${item.query}`
  const trial = 'trial' in item ? item.trial : null
  return formatFeedbackKey({ kind: item.kind, id: 'id' in item ? item.id : item.trial, trial })
}
