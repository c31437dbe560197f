import { advanceActiveClock, createActiveClock } from '~/domain/trial/active-time'
import type { ActiveClock, ActiveInput } from '~/domain/trial/active-time'
import type { PageTargets } from './page-lifecycle'
import type { QueueClock } from './queue-clock'

/** A page that can also say whether it has the focus. */
export type WatchedPage = PageTargets & { document: { hasFocus(): boolean } }

/** Active time of one trial in one page. */
export interface Activity {
  /** Whole milliseconds of active time since the last call: what the next event carries. A transition counts as activity. */
  take(): number
  stop(): void
}

const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove']

/** Listens to the page and measures how long the prospect is active. */
export function watchActivity(page: WatchedPage, time: Pick<QueueClock, 'now'>): Activity {
  const { document, window } = page
  const visible = document.visibilityState === 'visible'
  let clock: ActiveClock = createActiveClock(time.now(), { visible, focused: document.hasFocus() })
  let taken = 0
  const note = (type: ActiveInput['type']): void => {
    clock = advanceActiveClock(clock, { at: time.now(), type })
  }
  const listening = new AbortController()
  const listen = (target: EventTarget, name: string, type: () => ActiveInput['type']): void => {
    target.addEventListener(name, () => note(type()), {
      signal: listening.signal,
      passive: true,
      capture: true,
    })
  }
  for (const name of INPUTS) listen(window, name, () => 'input')
  listen(window, 'scroll', () => 'scroll')
  listen(window, 'focus', () => (document.hasFocus() ? 'focus' : 'tick'))
  listen(window, 'blur', () => (document.hasFocus() ? 'tick' : 'blur'))
  listen(document, 'visibilitychange', () => (document.visibilityState === 'visible' ? 'visible' : 'hidden'))
  return {
    take: () => {
      note('transition')
      const whole = Math.floor(clock.activeMs) - taken
      taken += whole
      return whole
    },
    stop: () => listening.abort(),
  }
}
