import { expect, test } from 'vitest'
import { mayRemember } from './consent'
import type { ConsentMode } from './consent'

const MODES: ConsentMode[] = ['ask', 'notice', 'none']
const by = (mode: ConsentMode, answer?: string, signals: Record<string, string> = {}) =>
  mayRemember(new Headers({ ...(answer && { cookie: `foyer_consent=${answer}` }), ...signals }), mode)

test('asking remembers after a yes alone, a notice unless there was a no, and none never', () => {
  const answers = [undefined, 'granted', 'denied', 'nonsense']
  expect(MODES.map((mode) => answers.map((answer) => by(mode, answer)))).toEqual([
    [false, true, false, false],
    [true, true, false, true],
    [false, false, false, false],
  ])
})

test.each<Record<string, string>>([{ 'sec-gpc': '1' }, { dnt: '1' }])('%j outweighs everything', (signal) => {
  for (const mode of MODES)
    for (const answer of [undefined, 'granted']) expect(by(mode, answer, signal)).toBe(false)
})
