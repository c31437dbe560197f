import { expect, test } from 'vitest'
import { followPage } from './page-lifecycle'

function setUp() {
  const calls: string[] = []
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState })
  const page = { window: new EventTarget(), document }
  const stop = followPage({ hide: () => void calls.push('hide'), wake: () => void calls.push('wake') }, page)
  const show = (state: DocumentVisibilityState) => {
    document.visibilityState = state
    document.dispatchEvent(new Event('visibilitychange'))
  }
  return { calls, page, show, stop }
}

test('what waits leaves when the page is hidden or closed', () => {
  const { calls, page, show } = setUp()
  show('hidden')
  page.window.dispatchEvent(new Event('pagehide'))
  expect(calls).toEqual(['hide', 'hide'])
})

test('the queue wakes when the page or the network is back', () => {
  const { calls, page, show } = setUp()
  show('visible')
  page.window.dispatchEvent(new Event('pageshow'))
  page.window.dispatchEvent(new Event('online'))
  expect(calls).toEqual(['wake', 'wake', 'wake'])
})

test('nothing is heard after stopping', () => {
  const { calls, show, stop } = setUp()
  stop()
  show('hidden')
  expect(calls).toEqual([])
})
