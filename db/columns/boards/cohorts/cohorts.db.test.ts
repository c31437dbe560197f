import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visitor } from '#db/schema/trial'
import { createTestDatabase } from '#db/testing'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { copyOf } from '#tests/support/copy-of'
import { tries } from '#tests/support/depth'
import { insertMeasuredTrials } from '#tests/support/insert-trials'
import { boardScope } from '~/domain/insight/board-scope'
import { COHORT_MEASURES, WEEKS, type CohortSet } from '~/domain/insight/cohorts/cohort-terms'
import { mondayOf } from '~/domain/insight/cohorts/cohort-table'
import { ALL_COHORT_SETS, cohortVisitors, isInCohort } from '~/domain/insight/cohorts/cohort-visitors'
import { resolveRange } from '~/domain/insight/date-range'
import { measureClock } from '~/domain/insight/measured-trial'
import { newVisitors } from '~/domain/insight/stages/new-visitors'
import { dayOf } from '~/domain/insight/time-zone'
import { readSetCount } from '../count-sets'
import { listTrialRows } from '../list-trials'
import { readCohortTallies } from './cohort-tallies'

const scopes = fc
  .record({
    filter: fc.record(
      { demo: fc.constant('order-to-cash'), flagged: fc.boolean(), simulated: fc.boolean() },
      { requiredKeys: ['flagged', 'simulated'] },
    ),
    preset: fc.constantFrom('90d' as const, 'all' as const),
    timeZone: fc.constantFrom(
      'UTC',
      'Europe/Madrid',
      'Asia/Shanghai',
      'America/Santiago',
      'Australia/Lord_Howe',
    ),
  })
  .map(({ filter, preset, timeZone }) =>
    boardScope({
      filter,
      range: resolveRange({ preset }, TEST_NOW, timeZone),
      clock: measureClock(TEST_NOW, 30),
      timeZone,
    }),
  )

test('the copy counts cohorts as the oracle does, their first week as retention does, and each cell has its list', async () => {
  await using database = await createTestDatabase()
  await fc.assert(
    fc.asyncProperty(arbitraryTrials(60), scopes, async (rows, scope) => {
      await database.db.delete(visitor)
      await insertMeasuredTrials(database.db, rows)
      using reader = await copyOf(database)
      const visitors = cohortVisitors(rows, scope)
      const tallies = await readCohortTallies(reader, scope, WEEKS)
      const mondayBy = (at: Date) => mondayOf(dayOf(at, scope.timeZone))
      const mondays = [...new Set(visitors.map(({ first }) => mondayBy(first.startedAt)))].sort()
      expect(tallies.map(({ monday }) => monday)).toEqual(mondays)
      for (const tally of tallies) {
        const own = visitors.filter(({ first }) => mondayBy(first.startedAt) === tally.monday)
        const count = (set: CohortSet) => own.filter((one) => isInCohort(one, set, scope)).length
        expect(tally.visitors).toBe(own.length)
        expect(tally.followed).toEqual(WEEKS.map((week) => count({ cohort: 'followed', week })))
        for (const cohort of COHORT_MEASURES) {
          expect([cohort, tally.happened[cohort]]).toEqual([
            cohort,
            WEEKS.map((week) => count({ cohort, week })),
          ])
        }
      }
      const returned = newVisitors(rows, scope).filter(({ states }) => states.includes('returned')).length
      expect(tallies.reduce((sum, { happened }) => sum + (happened.returned[0] ?? 0), 0)).toBe(returned)
      for (const set of fc.sample(fc.constantFrom(...ALL_COHORT_SETS), 3)) {
        const expected = visitors.filter((one) => isInCohort(one, set, scope)).map(({ first }) => first.id)
        const page = { scope, set, sort: 'started', direction: 'asc', limit: 100 } as const
        const listed = await listTrialRows(reader, page)
        expect(listed.map(({ id }) => id).sort()).toEqual(expected.sort())
        expect(await readSetCount(reader, scope, set)).toBe(expected.length)
      }
    }),
    { numRuns: tries(60) },
  )
}, 120_000)
