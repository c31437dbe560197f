import postgres from 'postgres'
import { expect, test } from 'vitest'
import { refusalSentence } from '~/platform/start-refusal'
import { checkDriver } from './check-driver'

test('the installed driver is patched', () => {
  expect(() => checkDriver()).not.toThrow()
})

test('a driver as it is published is refused with one sentence', () => {
  const { outlivesLostConnections: _mark, ...published } = { ...postgres, outlivesLostConnections: true }
  let sentence: string | null = null
  try {
    checkDriver(published)
  } catch (error) {
    sentence = refusalSentence(error)
  }
  expect(sentence).toBe(
    'The database driver is not patched: install the packages again with npm ci, without --ignore-scripts.',
  )
})
