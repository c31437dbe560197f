/** Whether the plan includes it, or its value in words. */
export type FeatureCell = boolean | string

export interface FeatureRow {
  id: string
  name: string
  description: string
  /** One cell a plan, in the order of the plans. */
  cells: FeatureCell[]
  /** Demos in which the feature can be felt. */
  demos: FeatureDemo[]
}

/** A demo that shows a feature: on the plan that has it, at the state that lets one feel it. */
export interface FeatureDemo {
  slug: string
  title: string
  plan?: string | undefined
  at?: string | undefined
}

export interface PlanColumn {
  id: string
  name: string
  tagline: string
  /** Amounts in the table's currency; null means “talk to us”. */
  price: { monthly: number; yearly: number } | null
  /** What yearly saves against twelve months, in percent. */
  saving: number | null
  highlighted: boolean
  /** It can be signed up for or bought without talking to anybody. */
  canBuy: boolean
}

/** The plan table in the visitor's language. */
export interface PlanTable {
  currency: string
  plans: PlanColumn[]
  groups: { id: string; name: string; features: FeatureRow[] }[]
  refund: { days: number; terms: string }
  note: string
  questions: { question: string; answer: string }[]
}
