import { v7 as uuidv7 } from 'uuid'
import { insertMeasuredTrials } from './insert-trials'
import type { TestApp } from './test-app'

const DAY_MS = 86_400_000

export interface PastTrial {
  visitorId: string
  id: string
  startedAt: Date
}

/** Writes a visitor's trial that began the given number of days before now. Without an id the visitor is new. */
export async function insertPastTrial(
  test: TestApp,
  { visitorId = uuidv7(), daysAgo = 2 }: { visitorId?: string; daysAgo?: number } = {},
): Promise<PastTrial> {
  const startedAt = new Date(test.clock.at.getTime() - daysAgo * DAY_MS)
  const id = uuidv7({ msecs: startedAt.getTime() })
  const counted = { steps: 0, hints: 0, detours: 0, score: 0, activeMs: 0, wallMs: 0, returning: 0 }
  const chosen = { demoSlug: 'd', revisionNumber: 1, plan: 'free', role: 'r', locale: 'en' as const }
  const stands = {
    lastEventAt: startedAt,
    path: ['a'],
    pathAt: [0],
    lastState: 'a',
    tasks: {},
    outcome: null,
    stars: null,
  }
  const rest = {
    channel: 'direct',
    touch: null,
    restartedFrom: null,
    entry: 'start' as const,
    device: 'desktop' as const,
    flags: [],
    conversions: [],
    asks: [],
    farm: null,
    account: null,
  }
  await insertMeasuredTrials(test.app.db, [
    { id, visitorId, startedAt, ...counted, ...chosen, ...stands, ...rest },
  ])
  return { visitorId, id, startedAt }
}
