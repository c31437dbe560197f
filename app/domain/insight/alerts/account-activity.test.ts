import { expect, test } from 'vitest'
import { addDays, type Day } from '../../day'
import { findQuietAccounts, judgeAccount, type AccountDay } from './account-activity'

const TODAY = '2026-11-02'

/** As many trials on each day that ends so many weeks before today, of the week's days that are worked on. */
function weeks(account: string, counts: readonly number[], worked = [0, 1, 2, 3, 4]): AccountDay[] {
  return counts.flatMap((trials, week) =>
    worked.map((back): AccountDay => ({ account, trials, day: addDays(TODAY, -7 * week - back) })),
  )
}

const USUAL = [4, 4, 4, 4, 4, 4, 4, 4]

test('an account that tried as usual is not quiet, whatever the weekdays on which it works', () => {
  const accountDays = weeks('alder', [4, ...USUAL])
  expect(judgeAccount({ accountDays, day: TODAY }, 'alder')).toMatchObject({ verdict: 'inside', value: 20 })
  // The last day is one on which nobody works.
  const resting = weeks('alder', [4, ...USUAL], [1, 2, 3, 4, 5])
  expect(findQuietAccounts({ accountDays: resting, day: TODAY })).toEqual([])
})

test('an account that fell is told with its week, its range and the whole weeks since its first trial', () => {
  const accountDays = [...weeks('alder', [0, ...USUAL]), ...weeks('birch', [4, ...USUAL])]
  const [found, ...more] = findQuietAccounts({ accountDays, day: TODAY })
  expect(more).toEqual([])
  expect(found).toMatchObject({ account: 'alder', verdict: { verdict: 'below', value: 0, day: TODAY } })
  expect(found?.verdict.usual).toMatchObject({ median: 20 })
  expect(found?.verdict.baseline).toHaveLength(7)
})

test('one odd week before moves nothing', () => {
  const accountDays = [...weeks('alder', [0, 4, 40, 4, 4, 4, 4, 4, 4]), ...weeks('', [9, ...USUAL])]
  expect(findQuietAccounts({ accountDays, day: TODAY })).toMatchObject([{ account: 'alder' }])
})

test('when everybody else fell too, the account is not the cause', () => {
  const accountDays = [...weeks('alder', [0, ...USUAL]), ...weeks('', [0, ...USUAL])]
  expect(judgeAccount({ accountDays, day: TODAY }, 'alder').verdict).toBe('below')
  expect(findQuietAccounts({ accountDays, day: TODAY })).toEqual([])
})

test('of a few trials a week, or of a few weeks, nothing can be told', () => {
  const few = { accountDays: weeks('alder', [0, 2, 2, 2, 2, 2, 2, 2, 2]), day: TODAY }
  expect(judgeAccount(few, 'alder')).toMatchObject({ verdict: 'cannot-tell', why: 'few-counted' })
  const young = { accountDays: weeks('alder', [0, 4, 4, 4]), day: TODAY }
  expect(judgeAccount(young, 'alder')).toMatchObject({ verdict: 'cannot-tell', why: 'few-days' })
})

test('with the fewest trials that are judged, none at all is below the range', () => {
  const thirteen = (day: Day): AccountDay => ({ account: 'alder', trials: 13, day })
  const accountDays = Array.from({ length: 8 }, (_, week) => thirteen(addDays(TODAY, -7 * (week + 1))))
  accountDays.push({ account: 'alder', trials: 1, day: addDays(TODAY, -62) })
  expect(judgeAccount({ accountDays, day: TODAY }, 'alder').verdict).toBe('below')
})
