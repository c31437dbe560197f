import type { CompiledDemo } from '~/domain/demo/engine/compile'
import type { Goal } from '~/domain/insight/conversion-terms'
import type { IdealPath } from '~/domain/demo/engine/score'
import type { Locale } from '~/domain/text'
import type { MessageFate } from '~/domain/content/message'
import type { SimulatedRemark } from './voice'
import type { TraceEvent } from '~/domain/demo/engine/trace'

/** A published demo that simulated prospects can try. */
export interface SimulatedDemo {
  slug: string
  compiled: CompiledDemo
  /** The shortest way to success for a plan and start role, or null. */
  ideal(plan: string, role: string): Promise<IdealPath | null>
}

/** A simulated visitor with a browser of their own. */
export interface SimulatedVisitor {
  /** Selects a cookie jar or an id: the same for all trials of one visitor. */
  key: string
  firstSeenAt: number
  consents: boolean
  device: 'desktop' | 'phone' | 'tablet'
  locale: Locale
  touch: { source?: string; medium?: string; campaign?: string; referrer?: string }
}

export interface TrialWish {
  demo: string
  plan: string
  role: string
  restartedFrom?: string
}

/** The server's response to starting a trial: enough to run it in parallel. */
interface BegunTrial {
  id: string
  seed: string
  /** Milliseconds since the epoch. */
  startedAt: number
}

export interface SimulatedContact {
  name: string
  email: string
  company: string
  message: string
}

/** What the visitor's browser reports. */
export interface SimulatedAsk {
  id: string
  goal: 'quote' | 'sign-up'
  trial: string
  contact: SimulatedContact
}

/** What another system reports about a visitor, credited to a trial. */
interface SimulatedConversion {
  externalId: string
  goal: Goal
  trial: string
  value?: number
  currency?: string
}

/**
 * How simulated prospects reach the server: through the public API, or in the process itself. `at` is in
 * milliseconds since the epoch; a driver that cannot send events in the past ignores it and sends them now.
 */
export interface SimulationDriver {
  demos(): Promise<SimulatedDemo[]>
  begin(visitor: SimulatedVisitor, wish: TrialWish, at: number): Promise<BegunTrial>
  send(visitor: SimulatedVisitor, trialId: string, events: TraceEvent[], at: number): Promise<void>
  rate(
    visitor: SimulatedVisitor,
    trialId: string,
    said: { stars: number; comment: string },
    at: number,
  ): Promise<void>
  remark(visitor: SimulatedVisitor, trialId: string, said: SimulatedRemark, at: number): Promise<void>
  /** Looks at a page of the center. */
  look(visitor: SimulatedVisitor, path: string, at: number): Promise<void>
  /** Is shown a message, or does something with it. */
  meet(visitor: SimulatedVisitor, met: { message: string; fate: MessageFate }, at: number): Promise<void>
  search(visitor: SimulatedVisitor, typed: string, at: number): Promise<void>
  ask(visitor: SimulatedVisitor, ask: SimulatedAsk, at: number): Promise<void>
  /** False when this driver may not report conversions: then none are simulated. */
  convert(conversion: SimulatedConversion, at: number): Promise<boolean>
}
