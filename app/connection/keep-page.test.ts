import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepPage } from './keep-page'
import { currentTrouble, showTrouble } from './trouble'

const DATA = 'http://center.example/talk.data'
const OURS = { headers: { 'X-Remix-Response': 'yes' } }

beforeEach(() => {
  vi.stubGlobal('location', new URL('http://center.example/talk'))
  vi.stubGlobal('navigator', { onLine: false })
  vi.stubGlobal('window', new EventTarget())
})

afterEach(() => {
  vi.unstubAllGlobals()
  showTrouble(null)
})

/** Begins to arrive; `more` says how it goes on. */
const beginning = (more: (controller: ReadableStreamDefaultController) => void): Response => {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('[{"_1"')),
    pull: more,
  })
  return new Response(body, OURS)
}

test('a response that breaks off is a request that failed, and can be tried again', async () => {
  const broken = beginning((controller) => controller.error(new TypeError('network error')))
  const answers = [broken, new Response('whole', OURS)]
  const answer = keepPage(() => Promise.resolve(answers.shift() ?? Response.error()))(DATA)
  await vi.waitFor(() => expect(currentTrouble()).toMatchObject({ kind: 'offline', sent: false }))
  currentTrouble()?.again?.()
  expect(await (await answer).text()).toBe('whole')
  expect(currentTrouble()).toBeNull()
})

test('a request that is given up while its response arrives ends there, and shows nothing', async () => {
  const navigation = new AbortController()
  const { signal } = navigation
  const arriving = beginning((controller) => {
    navigation.abort()
    controller.error(signal.reason)
  })
  const answer = keepPage(() => Promise.resolve(arriving))(DATA, { signal })
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  expect(currentTrouble()).toBeNull()
})

test('a response without a body is passed on as it is', async () => {
  const empty = new Response(null, { status: 204, ...OURS })
  expect(await keepPage(() => Promise.resolve(empty))(DATA)).toBe(empty)
})
