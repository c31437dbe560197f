import { expect, test } from 'vitest'
import { matchSchema } from './schemas'

const ID = '0190a8c2-7d3e-7c41-9b1a-3f2e5d6c7b8a'

test.each([ID, ` ${ID} `, `https://try.example.com/boards/trials/${ID}?lng=es`, ID.toUpperCase()])(
  'a trial is found in %j, as a person pastes it',
  (pasted) => {
    expect(matchSchema.parse({ id: ID, trial: pasted }).trial.toLowerCase()).toBe(ID)
  },
)

test.each(['', 'order-to-cash', ID.slice(1)])('no trial is found in %j', (pasted) => {
  const { error } = matchSchema.safeParse({ id: ID, trial: pasted })
  expect(error?.issues.map(({ path }) => path)).toEqual([['trial']])
})
