import { z } from 'zod'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { readSavedQuery } from '../saved/read-saved-query.server'
import { openEverything } from './open-everything.server'
import type { OpenedSegment } from './segment-views'

/** A segment to be changed; without an id a new one. @throws DomainError `not-found` */
export const openSegment = verb(
  { permission: 'boards.read', input: z.object({ id: z.string().nullable() }) },
  async ({ ctx, input: { id } }): Promise<OpenedSegment> => {
    const { view, choices, names } = await openEverything(ctx)
    const base = { choices, names, timeZone: view.period.timeZone }
    if (id === null) return { ...base, query: null, versions: [], usedBy: [] }
    const found = z.uuid().safeParse(id).success ? await readSavedQuery({ ctx, input: { id } }) : null
    if (found?.query.kind !== 'segment') throw new DomainError('not-found', 'There is no such segment.')
    return { ...base, ...found }
  },
)
