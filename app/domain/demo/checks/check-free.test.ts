import { expect, test } from 'vitest'
import { approvalSource } from '../fixtures/approval'
import { demoJsonSchema } from '../format/schema'
import { parseDemoSource } from './demo-source'

/** The problems of the approval demo with free choices in one of its states. */
function free(state: string, list: string) {
  const [head = '', machine = ''] = approvalSource.split('\nmachine:\n')
  const line = `\n    ${state}:\n`
  if (!machine.includes(line)) throw new Error(`There is no state ${state}.`)
  return parseDemoSource(`${head}\nmachine:\n${machine.replace(line, `${line}      free: ${list}\n`)}`)
    .problems
}

test('a free choice is taken in its state, in a parent or in a child', () => {
  expect(free('requests', '[NEW_REQUEST]')).toEqual([])
  expect(free('review', '[APPROVE]')).toEqual([])
})

test.each([
  ['an event that nothing takes', '[NEW_REQUST]', 'unknown-event', 'free.0', 'NEW_REQUEST'],
  ['an event of another state', '[APPROVE]', 'unknown-event', 'free.0', 'APPROVE'],
  ['an event named twice', '[NEW_REQUEST, NEW_REQUEST]', 'invalid-state', 'free.1', 'twice'],
  ['no event', '[]', 'invalid-shape', 'free', ''],
])('%s is a problem that names its place', (_, ...[list, code, at, words]) => {
  const [problem, ...others] = free('requests', list)
  expect(others).toEqual([])
  expect(problem).toMatchObject({ code, at: expect.stringContaining(`states.requests.${at}`) })
  expect(problem?.message).toContain(words)
})

test('the JSON Schema for editors knows the key', () => {
  expect(JSON.stringify(demoJsonSchema())).toContain('"free"')
})
