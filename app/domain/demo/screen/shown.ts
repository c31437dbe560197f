import type { JsonObject } from '~/domain/json'
import type { Text } from '~/domain/text'
import type { Program } from '../expression/expression'
import type { Demo } from '../format/schema'
import type { PlannedScreen } from './screen-plan'

/** What a state shows while it is active. */
type ShownState = {
  readonly title: Text
  readonly screen: string | null
  readonly guide: string | null
  readonly feature: string | null
}

/** The parts of a compiled demo that its screens need. */
type ShownDemo = {
  readonly demo: Demo
  readonly can: (plan: string) => JsonObject
  readonly program: (source: string) => Program
  readonly screens: ReadonlyMap<string, PlannedScreen>
  readonly states: ReadonlyMap<string, ShownState>
}

/** What determines the screen of a run. */
export type ScreenInput = {
  readonly compiled: ShownDemo
  readonly plan: string
  /** The role that is acting. */
  readonly role: string
  readonly world: JsonObject
  /** Ids of the active leaf states, in document order. */
  readonly states: readonly string[]
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  /** `at` of the last accepted event, in milliseconds since the start. */
  readonly lastAt: number
}
