import type { NamedChoice } from './choice-name'

/** One step of the ideal path: its title and person. */
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
  /** What will be done at the end: the titles of the required tasks. */
  done: string[]
  /** The ideal path on the demo's last plan; empty without a proof. */
  way: OutlineStep[]
}

/** The demo on one plan. */
export interface PlanWay {
  id: string
  name: string
  tagline: string
  /** The number of steps of the ideal path; 0 without a proof. */
  steps: number
  way: OutlineStep[]
}

/** A demo as its own page shows it. */
export interface DemoDetail extends DemoCard {
  /** `later`: offered only if the process reaches it. */
  tasks: { id: string; title: string; optional: boolean; later: boolean }[]
  /** Ids of the roles in which a trial may begin; the first is the default. */
  startRoles: string[]
  planWays: PlanWay[]
  /** Titles of the states at which a trial may begin, by id. */
  stateTitles: Readonly<Record<string, string>>
  /** Features of the plan table that this demo demonstrates. */
  features: { id: string; name: string }[]
}
