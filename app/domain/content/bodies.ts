import type { Demo } from '~/domain/demo/format/schema'
import type { TextBody } from './checks/check-texts'
import type { Audiences, Scenarios } from './choices'
import type { DocumentKind } from './kinds'
import type { Message } from './message'
import type { Plans } from './plans'
import type { Settings } from './settings'

/** The type of a published revision's `body`, by kind. */
export interface Bodies {
  demo: { demo: Demo }
  help: TextBody
  page: TextBody
  message: Message
  plans: Plans
  scenarios: Scenarios
  audiences: Audiences
  settings: Settings
}

export type BodyOf<Kind extends DocumentKind> = Bodies[Kind]
