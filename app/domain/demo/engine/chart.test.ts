import { expect, test } from 'vitest'
import { isDomainError } from '~/domain/errors'
import { compileDemo } from './compile'
import { approvalSource } from '../fixtures/approval'
import { compiledFrom } from '../fixtures/compiled'
import { fulfilmentSource } from '../fixtures/fulfilment'

test('a state has the role and the screen of the nearest parent that has one', () => {
  const { states } = compiledFrom(approvalSource)
  expect(states.get('waiting')).toMatchObject({
    parent: 'review',
    role: 'manager',
    screen: 'review',
    type: 'leaf',
  })
  expect(states.get('review')).toMatchObject({ type: 'nested', children: ['waiting', 'checked'] })
})

test('states come parents first, in document order', () => {
  const { states } = compiledFrom(fulfilmentSource)
  expect([...states.keys()]).toEqual([
    'start',
    'both',
    'packing',
    'to-pack',
    'packed',
    'billing',
    'to-bill',
    'billed',
    'closing',
    'finished',
  ])
})

test('every transition has a place, a source and a resolved target', () => {
  const { transitions } = compiledFrom(fulfilmentSource)
  const brief = transitions.map(({ id, kind, source, target }) => [
    id.replace('machine.states.', ''),
    kind,
    source,
    target,
  ])
  expect(brief).toContainEqual(['start.on.BEGIN', 'event', 'start', 'both'])
  expect(brief).toContainEqual(['both.onDone', 'done', 'both', 'closing'])
  expect(brief).toContainEqual(['closing.always', 'always', 'closing', 'finished'])
  expect(brief).toContainEqual(['both.states.packing.states.to-pack.on.PACK', 'event', 'to-pack', null])
})

test('the start roles are those of initial, else that of the initial state', () => {
  expect(compiledFrom(fulfilmentSource).startRoles).toEqual(['warehouse', 'finance'])
  expect(compiledFrom(approvalSource).startRoles).toEqual(['employee'])
})

test('a demo that was never checked is refused with the place', () => {
  const { demo } = compiledFrom(approvalSource)
  const [task] = Object.values(demo.tasks)
  const broken = [
    { ...demo, tasks: { ask: { ...task, title: { en: 'x' }, weight: 1, done: '1 +' } } },
    { ...demo, machine: { initial: 'a', states: { a: { screen: 'form', on: { GO: 'nowhere' } } } } },
  ]
  for (const one of broken) {
    try {
      compileDemo(one)
      expect.unreachable()
    } catch (error) {
      expect(isDomainError(error)).toBe(true)
      expect(error).toMatchObject({ code: 'invalid-input', details: { at: expect.any(String) } })
    }
  }
})
