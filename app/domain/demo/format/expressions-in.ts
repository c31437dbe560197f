import { use, type ExpressionUse } from './expression-use'
import { expressionsInBlock } from './expressions-in-blocks'
import { expressionsInState } from './expressions-in-machine'
import type { Demo } from './schema'

/** Every expression of a demo with its place and what it may name. */
export function expressionsIn(demo: Demo): ExpressionUse[] {
  const screens = Object.entries(demo.screens).flatMap(([id, screen]) =>
    screen.blocks.flatMap((block, index) => expressionsInBlock(block, `screens.${id}.blocks.${index}`)),
  )
  const states = Object.entries(demo.machine.states).flatMap(([id, state]) =>
    expressionsInState(state, `machine.states.${id}`),
  )
  const tasks = Object.entries(demo.tasks).flatMap(([id, task]) => [
    ...use(task.offered, `tasks.${id}.offered`, { expects: 'bool' }),
    ...use(task.done, `tasks.${id}.done`, { expects: 'bool' }),
  ])
  return [...screens, ...states, ...tasks]
}
