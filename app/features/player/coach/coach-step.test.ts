import { expect, test } from 'vitest'
import { startRun, type Run } from '~/domain/demo/engine/run'
import { Ways } from '~/domain/demo/engine/way/ways'
import { prove } from '~/domain/demo/proof/prove'
import { viewScreen } from '~/domain/demo/screen/view'
import { loadShippedDemo, sendEvent, type Sent } from '#tests/support/play-demo'
import { coachStep } from './coach-step'

/** A run of a demo on its first plan, with the ways that its proof found. */
function startOf(slug: string): Run {
  const compiled = loadShippedDemo(slug)
  const [found] = prove(compiled).runs
  const ways = found?.ways ? new Ways(compiled, found.ways) : null
  return startRun(compiled, { plan: found?.plan ?? '', seed: 's', startedAt: 0, ways })
}
const stepOf = (run: Run) => coachStep(run, viewScreen(run, 'en'))
const after = (run: Run, ...events: Sent[]) => stepOf(events.reduce(sendEvent, run))

test('the coach stands at the control that the state needs, and at the form whose fields decide', () => {
  const start = startOf('order-to-cash')
  expect(stepOf(start)).toMatchObject({
    way: 'press',
    label: 'New order',
    target: { control: expect.stringMatching(/^screens\.orders\.blocks/) },
    reads: false,
  })
  expect(after(start, ['NEW_ORDER'])).toMatchObject({ way: 'fill', label: 'Save order', reads: true })
})

test('of several rows it names the list and keeps which one to itself; a free choice it calls free', () => {
  const start = startOf('placement-to-payroll')
  expect(stepOf(start)).toMatchObject({ way: 'anyRow', reads: true, target: { block: expect.any(String) } })
})

test('it says nothing where the way is unknown', () => {
  const start = startOf('order-to-cash')
  expect(stepOf({ ...start, way: null })).toBeNull()
})
