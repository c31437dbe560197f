import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryHistories } from '#tests/support/arbitrary-segment'
import { TEST_NOW } from '#tests/support/arbitrary-trials'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { listAuditEntries } from '#db/queries/audit'
import { segmentMembers } from '~/domain/insight/segment/segment-members'
import { readBreakdown } from '../breakdown/read-breakdown.server'
import { readChannels } from '../channels/read-channels.server'
import { readFunnel } from '../funnels/read-funnel.server'
import { listSavedFunnels } from '../funnels/list-saved-funnels.server'
import { openSavedFunnel } from '../funnels/open-saved-funnel.server'
import { readOverview } from '../overview/read-overview.server'
import { listTrials } from '../trials/list-trials.server'
import { duplicateSavedQuery } from './duplicate-saved-query.server'
import { listSavedQueries } from './list-saved-queries.server'
import { listSegmentNames } from './list-segment-names.server'
import { readSavedQuery } from './read-saved-query.server'
import { removeSavedQuery } from './remove-saved-query.server'
import { restoreSavedQuery } from './restore-saved-query.server'
import { saveQuery } from './save-query.server'

const RETURNED = { match: 'all', rules: [{ fact: 'returned' }] } as const
const segment = (name: string) => ({ kind: 'segment' as const, name, body: RETURNED })
const funnel = (name: string, body: Record<string, string>) => ({ kind: 'funnel' as const, name, body })

test('a saved query keeps every version, and each change is in the audit', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'growth')
  const { id } = await saveQuery({ ctx, input: segment('Came back') })
  const changed = { match: 'none' as const, rules: [{ fact: 'asked' as const }] }
  const on = { id, version: 1 }
  expect(await saveQuery({ ctx, input: { ...segment('Silent'), body: changed, on } })).toEqual({
    id,
    version: 2,
  })
  const { query, versions } = await readSavedQuery({ ctx, input: { id } })
  expect(query).toMatchObject({ name: 'Silent', version: 2, body: changed })
  expect(versions.map(({ version, name }) => [version, name])).toEqual([
    [2, 'Silent'],
    [1, 'Came back'],
  ])
  const entries = await listAuditEntries(app.app.db, { subject: { kind: 'segment', id }, limit: 9 })
  expect(entries.map(({ action }) => action)).toEqual(['segment.save', 'segment.save'])
})

test('who changes an older version is told both, and changes nothing', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'growth')
  const { id } = await saveQuery({ ctx, input: segment('First') })
  const on = { id, version: 1 }
  await saveQuery({ ctx, input: { ...segment('Second'), on } })
  const late = saveQuery({ ctx, input: { ...segment('Mine'), on } })
  await expect(late).rejects.toMatchObject({
    code: 'conflict',
    details: {
      at: 'version',
      expected: 1,
      draftVersion: 2,
      theirs: { name: 'Second' },
      yours: { name: 'Mine' },
    },
  })
  const removal = removeSavedQuery({ ctx, input: on })
  await expect(removal).rejects.toMatchObject({ code: 'conflict', details: { at: 'version' } })
  expect((await readSavedQuery({ ctx, input: { id } })).query.name).toBe('Second')
})

test('two people who save the same name at once: one does, the other is told', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'growth')
  const names = ['Cafés', 'CAFES ', 'cafés', 'Café\u0301s'.normalize('NFC')]
  const saved = await Promise.allSettled(names.map((name) => saveQuery({ ctx, input: segment(name) })))
  expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of saved) {
    if (one.status === 'rejected')
      expect(one.reason).toMatchObject({ code: 'conflict', details: { at: 'name' } })
  }
  await saveQuery({ ctx, input: funnel('Cafés', { step1: 'trial' }) })
  expect((await listSavedQueries({ ctx, input: { kind: 'segment' } })).saved).toHaveLength(1)
})

test('what was removed can be put back, unless its name was given away', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'growth')
  const { id, version } = await saveQuery({ ctx, input: segment('One') })
  await removeSavedQuery({ ctx, input: { id, version } })
  const names = await listSegmentNames({ ctx })
  expect(names).toEqual({ segments: [], removedSegments: [{ id, name: 'One' }] })
  await restoreSavedQuery({ ctx, input: { id } })
  expect((await listSavedQueries({ ctx, input: { kind: 'segment' } })).saved).toMatchObject([{ id, version }])
  await removeSavedQuery({ ctx, input: { id, version } })
  await saveQuery({ ctx, input: segment('one') })
  const late = restoreSavedQuery({ ctx, input: { id } })
  await expect(late).rejects.toMatchObject({ code: 'conflict', details: { at: 'name' } })
})

test('a segment that saved funnels count is not removed: who does it is told which', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'growth')
  const { id, version } = await saveQuery({ ctx, input: segment('Used') })
  const counting = funnel('Counts it', { step1: 'trial', segment: id, asOf: '12', nonsense: 'x' })
  const made = await saveQuery({ ctx, input: counting })
  const { query } = await readSavedQuery({ ctx, input: { id: made.id } })
  expect(query.body).toEqual({ step1: 'trial', segment: id })
  const removal = removeSavedQuery({ ctx, input: { id, version } })
  await expect(removal).rejects.toMatchObject({
    details: { usedBy: [{ kind: 'funnel', slug: 'Counts it' }] },
  })
  expect((await readSavedQuery({ ctx, input: { id } })).usedBy).toMatchObject([{ name: 'Counts it' }])
  await removeSavedQuery({ ctx, input: { id: made.id, version: 1 } })
  await removeSavedQuery({ ctx, input: { id, version } })
})

test('every board counts the trials of a segment, as its definition says, also once it is removed', async () => {
  await using app = await createTestApp()
  app.clock.at = TEST_NOW
  const rows = fc.sample(arbitraryHistories(40), { numRuns: 12, seed: 7 }).flat()
  await insertMeasuredTrials(app.app.db, rows)
  const ctx = asStaff(app, 'growth')
  const { id, version } = await saveQuery({ ctx, input: segment('Came back') })
  const members = segmentMembers(rows, {
    rule: { ...RETURNED, rules: [...RETURNED.rules] },
    nowMs: TEST_NOW.getTime(),
  })
  const expected = rows.filter((row) => members.has(row.visitorId)).length
  expect(expected).toBeGreaterThan(5)
  expect(expected).toBeLessThan(rows.length)
  const input = { range: 'all', flagged: 'in', segment: id }
  const counted = async () => ({
    overview: (await readOverview({ ctx, input })).counts.started,
    breakdown: (await readBreakdown({ ctx, input })).trials,
    list: (await listTrials({ ctx, input })).count,
    funnel: (await readFunnel({ ctx, input: { ...input, per: 'trial', step1: 'trial' } })).result.steps[0]
      ?.count,
    channels: (await readChannels({ ctx, input })).query.segment,
  })
  const numbers = { overview: expected, breakdown: expected, list: expected, funnel: expected, channels: id }
  expect(await counted()).toEqual(numbers)
  await removeSavedQuery({ ctx, input: { id, version } })
  expect(await counted()).toEqual(numbers)
})

test('a board filtered by what is no segment says so', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'growth')
  const { id } = await saveQuery({ ctx, input: funnel('A funnel', { step1: 'trial' }) })
  for (const wrong of [id, '0190a000-0000-7000-8000-00000000dead']) {
    const board = readOverview({ ctx, input: { segment: wrong } })
    await expect(board).rejects.toMatchObject({ code: 'not-found', details: { at: 'segment' } })
  }
})

test('what is no name or no rule is refused', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'growth')
  for (const wrong of [
    segment(' '),
    segment('a\u0000b'),
    { ...segment('x'), body: { match: 'all' as const, rules: [] } },
  ]) {
    await expect(saveQuery({ ctx, input: wrong })).rejects.toMatchObject({ code: 'invalid-input' })
  }
})

test('a saved funnel opens with its figures by its id, is duplicated under another name, and is no segment', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'growth')
  const body = { step1: 'trial', step2: 'finish', per: 'trial', range: '90d', saved: NOBODY, seen: '3' }
  const { id } = await saveQuery({ ctx, input: funnel('To the end', body) })
  const board = await openSavedFunnel({ ctx, input: { id } })
  expect(board.saved).toMatchObject({ id, name: 'To the end', version: 1 })
  expect(board.query).toMatchObject({ per: 'trial', range: '90d', saved: id, seen: 1 })
  expect(board.rules.steps.map(({ event }) => event)).toEqual(['trial', 'finish'])
  await duplicateSavedQuery({ ctx, input: { id, name: 'Again' } })
  const again = duplicateSavedQuery({ ctx, input: { id, name: 'again ' } })
  await expect(again).rejects.toMatchObject({ code: 'conflict', details: { at: 'name' } })
  const { saved } = await listSavedFunnels({ ctx })
  expect(saved.map(({ name }) => name)).toEqual(['Again', 'To the end'])
  expect(saved[0]?.body).toEqual(saved[1]?.body)
  for (const wrong of [(await saveQuery({ ctx, input: segment('S') })).id, NOBODY, 'x']) {
    await expect(openSavedFunnel({ ctx, input: { id: wrong } })).rejects.toMatchObject({ code: 'not-found' })
  }
  expect((await readFunnel({ ctx, input: { saved: NOBODY } })).saved).toBe(null)
})

const NOBODY = '0190a000-0000-7000-8000-00000000dead'
