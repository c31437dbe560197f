import { useEffect } from 'react'
import { browserClock } from '../client/queue-clock'
import type { QueueStatus } from '../client/trial-queue'
import { forgetOffline, keepOffline } from './keep-offline'

/** So long after the last saved step the page is kept again. */
const RESTS_MS = 1_500

interface Offline {
  trialId: string
  /** Undefined in a preview, which keeps nothing and removes nothing. */
  isOn: boolean | undefined
  status: QueueStatus
  /** Steps and help so far. */
  events: number
}

/** Keeps the page of the trial for reloads without a network, each time its steps are saved; removes it when switched off. */
export function useOffline({ trialId, isOn, status, events }: Offline): void {
  useEffect(() => {
    if (isOn === false) void forgetOffline().catch(() => {})
  }, [isOn])
  useEffect(() => {
    if (isOn !== true || status !== 'saved') return
    // A browser that refuses plays on without a kept page.
    return browserClock.after(RESTS_MS, () => void keepOffline(trialId).catch(() => {}))
  }, [isOn, status, events, trialId])
}
