import type { Frequency } from '~/domain/schedule/next-occurrence'
import type { Locale } from '~/domain/text'

interface View {
  id: string
  board: string
  parameters: Record<string, string>
}

export interface ShareView extends View {
  createdAt: Date
  createdByName: string
  expiresAt: Date
  openedAt: Date | null
  openings: number
  isFrozen: boolean
  state: 'open' | 'expired' | 'revoked'
}

export interface BoardMailView extends View {
  locale: Locale
  frequency: Frequency
  weekday: number | null
  dayOfMonth: number | null
  hour: number
  ownerName: string
  pausedAt: Date | null
  nextAt: Date
  lastAt: Date | null
  lastResult: string | null
  readers: {
    email: string
    /** Of the last message; null before the first. */
    state: 'waiting' | 'sent' | 'failed' | 'unsubscribed' | null
    problem: string | null
  }[]
}

export interface OutletList {
  shares: ShareView[]
  mails: BoardMailView[]
}
