import { expect, test } from 'vitest'
import { prove } from '~/domain/demo/proof/prove'
import { loadShippedDemo } from '#tests/support/play-demo'
import { taskWork } from './task-work'

test('what premium does by itself takes no step, and by hand on free it takes some', () => {
  const compiled = loadShippedDemo('order-to-cash')
  const work = Object.fromEntries(
    prove(compiled).runs.flatMap(({ plan, role, ideal }) =>
      ideal ? [[plan, taskWork(compiled, { plan, role, ideal })]] : [],
    ),
  )
  const stock = Object.keys(compiled.demo.tasks)[1] ?? ''
  expect(work.free?.[stock]).toBe(1)
  expect(work.premium?.[stock]).toBe(0)
})
