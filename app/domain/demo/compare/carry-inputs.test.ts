import { expect, test } from 'vitest'
import { button, compiledDemo, screen } from '#tests/support/small-demo'
import { replay } from '../engine/replay'
import { startRun, type RunStart } from '../engine/run'
import { carryInputs } from './carry-inputs'

/** On premium the count is made by itself, so that the desk follows at once. */
const compiled = compiledDemo({
  plans: ['free', 'premium'],
  world: { seen: false },
  screens: {
    desk: screen('Desk', button('OPEN')),
    list: screen('List', button('SEND'), button('BACK')),
    count: screen('Count', button('COUNT')),
    done: screen('Done', button('CLOSE')),
  },
  states: {
    desk: { screen: 'desk', on: { OPEN: 'list' } },
    list: {
      screen: 'list',
      on: { BACK: 'desk', SEND: [{ if: 'plan == "premium"', to: 'done' }, { to: 'count' }] },
    },
    count: { screen: 'count', on: { COUNT: 'done' } },
    done: { screen: 'done', on: { CLOSE: 'end' } },
    end: { final: 'success' },
  },
})
const start = (plan: string): RunStart => ({ plan, seed: 's', startedAt: 0 })
const carry = (from: string, to: string, ...types: string[]) => {
  const trace = types.map((type, index) => ({ seq: index + 1, at: index, activeMs: 0, type }))
  expect(replay(compiled, start(from), trace).refused).toBeUndefined()
  return carryInputs(startRun(compiled, start(from)), startRun(compiled, start(to)), trace)
}
const types = ({ events }: ReturnType<typeof carry>) => events.map(({ type }) => type)

test('steps that do the same on the other plan are carried over', () => {
  const carried = carry('free', 'premium', 'OPEN', 'SEND')
  expect([types(carried), carried.stopped]).toEqual([['OPEN', 'SEND'], null])
})

test('the first step that the other plan does not ask for ends it, and says which', () => {
  const carried = carry('free', 'premium', 'OPEN', 'SEND', 'COUNT', 'CLOSE')
  expect(types(carried)).toEqual(['OPEN', 'SEND'])
  expect(carried.stopped).toEqual({ event: { type: 'COUNT' }, code: 'not-offered', needs: null })
})

test('undone steps and help are not carried over', () => {
  expect(types(carry('free', 'premium', 'OPEN', '@hint', 'BACK', '@undo', 'SEND'))).toEqual(['OPEN', 'SEND'])
})

test('the last step to an ending is left to the prospect', () => {
  expect(types(carry('premium', 'premium', 'OPEN', 'SEND', 'CLOSE'))).toEqual(['OPEN', 'SEND'])
})
