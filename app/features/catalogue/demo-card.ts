import type { NamedChoice } from './choice-name'

/** One step of the ideal way: what it is called and who takes it. */
export interface OutlineStep {
  title: string
  role: string | null
}

/** A demo as the catalogue shows it, in the visitor's language. */
export interface DemoCard {
  slug: string
  title: string
  summary: string
  scenario: NamedChoice
  audience: string[]
  minutes: number
  plans: { id: string; name: string }[]
  roles: { id: string; name: string; person: string | null }[]
  taskCount: number
  /** The ideal way on the last plan of the demo; empty when no proof is kept. */
  way: OutlineStep[]
}

/** What one plan makes of the demo. */
export interface PlanWay {
  id: string
  name: string
  tagline: string
  /** Steps of the ideal path, 0 when no proof is kept. */
  steps: number
  way: OutlineStep[]
}

/** A demo as its own page tells it. */
export interface DemoDetail extends DemoCard {
  /** `later`: offered only where the process comes to it. */
  tasks: { id: string; title: string; optional: boolean; later: boolean }[]
  /** Ids of the roles in which a trial may begin; the first is the default. */
  startRoles: string[]
  planWays: PlanWay[]
  /** Features of the plan table that this demo lets one feel. */
  features: { id: string; name: string }[]
}
