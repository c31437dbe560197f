import type { Executor } from '#db/client'
import { findTrialById } from '#db/queries/trial-by-id'
import { findTrial, findTrialBefore } from '#db/queries/trials'
import { findVisitor } from '#db/queries/visitors'
import type { MatchedBy } from '#db/schema/conversion'
import { findByAddress } from '~/platform/addresses/find-by-address'
import type { Subject } from '~/platform/addresses/rematch-reports'
import { isResumeToken, readResumeToken } from '~/platform/visitor/resume-token'
import { HANDLES } from '../schemas'
import type { Report } from '../schemas'

type Handles = Pick<Report, (typeof HANDLES)[number]>

interface Moment {
  /** When the conversion happened. */
  at: Date
  now: Date
}

const FOUND_BY: Record<(typeof HANDLES)[number], MatchedBy> = {
  trial: 'trial',
  resumeLink: 'resume-link',
  visitor: 'visitor',
  emailHash: 'email',
}

/**
 * Looks for the visitor by each handle in turn. A trial that is named is credited; otherwise the one that the visitor began
 * last before the conversion happened. Null when nobody is found.
 */
export async function findSubject(tx: Executor, handles: Handles, moment: Moment): Promise<Subject | null> {
  for (const handle of HANDLES) {
    const value = handles[handle]
    const found = value === undefined ? null : await FINDERS[handle](tx, value, moment)
    if (found) return { unverified: false, ...found, matchedBy: FOUND_BY[handle] }
  }
  return null
}

/** What was given to look by. */
export function soughtBy(handles: Handles): MatchedBy[] {
  return HANDLES.filter((handle) => handles[handle] !== undefined).map((handle) => FOUND_BY[handle])
}

type Found = (Omit<Subject, 'matchedBy' | 'unverified'> & { unverified?: boolean }) | null
type Finder = (tx: Executor, value: string, moment: Moment) => Promise<Found>

const FINDERS: Record<(typeof HANDLES)[number], Finder> = {
  trial: async (tx, id) => {
    const trial = await findTrialById(tx, id)
    return trial && { visitorId: trial.visitorId, trialId: trial.id }
  },
  resumeLink: async (tx, link, { now }) => {
    const token =
      link
        .trim()
        .replace(/[?#].*$/, '')
        .split('/')
        .at(-1) ?? ''
    const key = readResumeToken(token, now)
    const trial = key && (await findTrial(tx, key))
    if (!trial || !isResumeToken(token, trial.resumeHash)) return null
    return { visitorId: trial.visitorId, trialId: trial.id }
  },
  visitor: async (tx, visitorId, { at }) => {
    if (!(await findVisitor(tx, visitorId))) return null
    return { visitorId, trialId: (await findTrialBefore(tx, visitorId, at))?.id ?? null }
  },
  emailHash: (tx, hash, { at }) => findByAddress(tx, hash, at),
}
