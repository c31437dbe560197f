import { expect, test } from 'vitest'
import { rateOf } from './rate'

test('what loops do at the same time is counted in full', async () => {
  let done = 0
  const began = performance.now()
  const rate = await rateOf(50, 20, async () => {
    await new Promise((resolve) => setImmediate(resolve))
    done += 3
    return 3
  })
  const passed = performance.now() - began
  expect(rate).toBeGreaterThanOrEqual((done / passed) * 1_000)
})
