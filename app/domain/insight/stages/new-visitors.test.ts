import { expect, test } from 'vitest'
import { boardScope } from '../board-scope'
import { measureClock, type MeasuredTrial } from '../measured-trial'
import { newVisitors } from './new-visitors'

const NOW = new Date('2026-03-20T12:00:00Z')
const SCOPE = boardScope({
  filter: { flagged: false, simulated: true },
  range: { from: null, until: null },
  clock: measureClock(NOW, 30),
  timeZone: 'Europe/Madrid',
})

const trial = (id: string, changes: Partial<MeasuredTrial>): MeasuredTrial => ({
  ...{ id, visitorId: 'ann', demoSlug: 'one', revisionNumber: 1, plan: 'free', role: 'sales', locale: 'en' },
  ...{
    channel: 'direct',
    touch: null,
    restartedFrom: null,
    entry: 'start',
    device: 'desktop',
    returning: 0,
    flags: [],
    farm: null,
  },
  ...{ account: null, startedAt: new Date('2026-03-01T10:00:00Z'), lastEventAt: NOW, path: [], pathAt: [] },
  ...{ lastState: '', tasks: {}, steps: 0, hints: 0, detours: 0, score: null, activeMs: 0, wallMs: 0 },
  ...{ outcome: null, stars: null, conversions: [], asks: [] },
  ...changes,
})

const statesOf = (...rows: MeasuredTrial[]) => newVisitors(rows, SCOPE)[0]?.states

const at = (text: string) => new Date(text)

test('another trial within seven days is a return, a restart on the same day is none', () => {
  const first = trial('1', {})
  expect(statesOf(first)).toEqual(['matured'])
  expect(statesOf(first, trial('2', { startedAt: at('2026-03-01T11:00:00Z') }))).toContain('returned')
  const restart = { restartedFrom: '1', startedAt: at('2026-03-01T11:00:00Z') }
  expect(statesOf(first, trial('2', restart))).toEqual(['matured'])
  expect(statesOf(first, trial('2', { startedAt: at('2026-03-08T10:00:00Z') }))).toContain('returned')
  expect(statesOf(first, trial('2', { startedAt: at('2026-03-08T10:00:00.001Z') }))).toEqual(['matured'])
  const flagged = { flags: ['internal'], startedAt: at('2026-03-02T10:00:00Z') }
  expect(statesOf(first, trial('2', flagged))).toEqual(['matured'])
})

test('going on with a trial on a later day of the workspace is a return', () => {
  const late = at('2026-03-01T22:30:00Z')
  const after = (ms: number) => statesOf(trial('1', { startedAt: late, path: ['a', 'b'], pathAt: [0, ms] }))
  expect(after(29 * 60_000)).toEqual(['matured'])
  expect(after(31 * 60_000)).toContain('returned')
})

test('who came less than seven days ago is neither returned nor lost', () => {
  const young = trial('1', { startedAt: at('2026-03-18T10:00:00Z') })
  expect(statesOf(young, trial('2', { startedAt: at('2026-03-19T10:00:00Z') }))).toEqual(['young'])
})

test('a shared link and a colleague who came before refer a visitor', () => {
  const touch = { source: 'mail', share: 'k4' } as MeasuredTrial['touch']
  expect(statesOf(trial('1', { channel: 'email', touch }))).toContain('referred')
  const colleague = trial('0', { visitorId: 'bo', account: 'acme', startedAt: at('2026-02-01T10:00:00Z') })
  const own = trial('1', { account: 'acme' })
  const found = newVisitors([colleague, own], SCOPE).find(({ first }) => first.id === '1')
  expect(found?.states).toContain('referred')
  expect(newVisitors([colleague, own], SCOPE).find(({ first }) => first.id === '0')?.states).toEqual([
    'matured',
  ])
})
