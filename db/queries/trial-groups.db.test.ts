import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import type { Sql } from '#db/client'
import { createTestDatabase } from '#db/testing'
import { isStorableText } from '~/domain/json'
import { arrayText } from './array-text'
import { lockTrials, insertTraces, writeGroup } from './trial-groups'
import type { AcceptedTrace, TrialAdvance } from './trial-groups'
import { listEvents } from './trial-events'
import { findTrial } from './trials'
import type { TrialKey } from './trials'

const NOW = new Date('2026-11-20T10:00:00.123Z')

async function begin(sql: Sql): Promise<TrialKey> {
  const [visitorId, id] = [v7(), v7({ msecs: NOW.getTime() })]
  await sql`insert into visitor (visitor_id) values (${visitorId})`
  await sql`
    insert into trial (visitor_id, id, demo_slug, revision_id, revision_number, plan, role, locale, seed, started_at, device, last_event_at, last_state)
    values (${visitorId}, ${id}, 'd', ${v7()}, 1, 'free', 'sales', 'en', 's', ${NOW}, 'desktop', ${NOW}, 'a')`
  return { visitorId, id }
}

const event = (seq: number, data?: Record<string, string | number | boolean | null>) => ({
  seq,
  at: seq * 1_000,
  type: 'GO',
  activeMs: 900,
  ...(data && { data }),
})

const traceOf = (key: TrialKey, events: AcceptedTrace['events'], receivedAt = NOW): AcceptedTrace => ({
  ...key,
  receivedAt,
  events,
})

const advanceOf = (key: TrialKey, after: number, lastSeq: number): TrialAdvance => ({
  ...key,
  after,
  lastSeq,
  lastEventAt: NOW,
  path: ['a', 'b.c'],
  pathAt: [0, 5_000_000_000],
  lastState: 'b.c',
  tasks: { first: 5_000_000_000, second: null },
  steps: 6,
  shown: 2,
  undone: 1,
  hints: 1,
  detours: 2,
  counting: 1,
  score: 77,
  activeMs: 5_000_000_000,
  wallMs: 6_000_000_000,
  outcome: 'success',
  finishedAt: NOW,
  flags: ['headless-agent'],
  signals: [{ name: 'headless-agent', at: NOW.toISOString() }],
})

const seqsOf = async (db: Awaited<ReturnType<typeof createTestDatabase>>, key: TrialKey) =>
  (await listEvents(db.db, key)).map(({ seq }) => seq)

test('a group is written with all of its traces and summaries, several traces of one trial among them', async () => {
  await using db = await createTestDatabase()
  const [one, two] = [await begin(db.sql), await begin(db.sql)]
  const later = new Date(NOW.getTime() + 1)
  const traces = [
    traceOf(one, [event(1, { what: 'Laptop', amount: 1.5, fast: true, none: null }), event(2)]),
    traceOf(two, [event(1)]),
    traceOf(one, [event(3, {})], later),
  ]
  const ended = advanceOf(one, 0, 3)
  const going = {
    ...advanceOf(two, 0, 1),
    path: [],
    pathAt: [],
    flags: [],
    signals: [],
    outcome: null,
    finishedAt: null,
  }
  expect(await writeGroup(db.sql, { traces, advances: [ended, going] })).toBe(2)
  const { after: _one, ...endedRow } = ended
  const { after: _two, ...goingRow } = going
  expect(await findTrial(db.db, one)).toMatchObject(endedRow)
  expect(await findTrial(db.db, two)).toMatchObject(goingRow)
  expect(await listEvents(db.db, one)).toEqual([
    { ...event(1, { what: 'Laptop', amount: 1.5, fast: true, none: null }), receivedAt: NOW },
    { ...event(2), receivedAt: NOW },
    { ...event(3, {}), receivedAt: later },
  ])
  const locked = await lockTrials(db.sql, [two, one, { ...one, visitorId: v7() }])
  expect(locked.map(({ id }) => id)).toEqual([one.id, two.id].sort())
})

test('a trial at another event is skipped with its events, and no other trial is', async () => {
  await using db = await createTestDatabase()
  const [moved, gone, still] = [await begin(db.sql), { visitorId: v7(), id: v7() }, await begin(db.sql)]
  await writeGroup(db.sql, { traces: [traceOf(moved, [event(1)])], advances: [advanceOf(moved, 0, 1)] })
  const keys = [moved, gone, still]
  const written = await writeGroup(db.sql, {
    traces: keys.map((key) => traceOf(key, [event(1), event(2)])),
    advances: keys.map((key) => advanceOf(key, 0, 2)),
  })
  expect(written).toBe(1)
  expect(await seqsOf(db, moved)).toEqual([1])
  expect(await seqsOf(db, still)).toEqual([1, 2])
  expect(await db.sql`select 1 from trial_event`).toHaveLength(3)
})

test('of writers that started from the same event only one writes, whether or not they held a lock', async () => {
  await using db = await createTestDatabase()
  const keys = [await begin(db.sql), await begin(db.sql)]
  const write = () =>
    writeGroup(db.sql, {
      traces: keys.map((key) => traceOf(key, [event(1)])),
      advances: keys.map((key) => advanceOf(key, 0, 1)),
    })
  const written = await Promise.all([write(), write()])
  expect([...written].sort()).toEqual([0, 2])
})

test('texts are read as they were written, whatever they contain', async () => {
  await using db = await createTestDatabase()
  const text = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('\\', '"', '{', '}', ',', '\n', '\t', 'n', 'u', ' ') }),
    )
    .filter(isStorableText)
  const list = fc.array(text, { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(list, list, fc.dictionary(text, text, { maxKeys: 4 }), async (path, flags, data) => {
      const key = await begin(db.sql)
      const advance = { ...advanceOf(key, 0, 1), path, flags: flags as TrialAdvance['flags'] }
      expect(
        await writeGroup(db.sql, { traces: [traceOf(key, [event(1, data)])], advances: [advance] }),
      ).toBe(1)
      expect(await findTrial(db.db, key)).toMatchObject({ path, flags })
      expect((await listEvents(db.db, key))[0]?.data).toEqual(data)
    }),
    { numRuns: tries(60) },
  )
})

test('an array text can contain texts, numbers, dates and null', async () => {
  await using db = await createTestDatabase()
  const [row] = await db.sql`
    select
      to_jsonb(${arrayText(['null', 'NULL', '', null, undefined, 'a\nb'])}::text[]) as texts,
      to_jsonb(${arrayText([1, null, -2])}::int[]) as numbers,
      ${arrayText([NOW, null])}::timestamptz[] = array[${NOW}, null]::timestamptz[] as moments,
      to_jsonb(${arrayText([])}::text[]) as none`
  expect(row).toEqual({
    texts: ['null', 'NULL', '', null, null, 'a\nb'],
    numbers: [1, null, -2],
    moments: true,
    none: [],
  })
})

test('whole traces are written without a summary', async () => {
  await using db = await createTestDatabase()
  const key = await begin(db.sql)
  await insertTraces(db.sql, [traceOf(key, [event(1, { id: 'x' })]), traceOf(key, [event(2)])])
  expect(await listEvents(db.db, key)).toEqual([
    { ...event(1, { id: 'x' }), receivedAt: NOW },
    { ...event(2), receivedAt: NOW },
  ])
})
