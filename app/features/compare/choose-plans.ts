/** Two different plans of a demo, in its order. */
export type PlanPair = readonly [string, string]

interface Wish {
  /** `free,premium`, as in the URL. */
  asked: string | null
  /** The plan of the visitor's trial. */
  tried: string | null
}

/**
 * The two plans to compare: those requested, else the tried one and its neighbour, else the first and the last; null
 * when there is only one plan.
 */
export function choosePlans(plans: readonly string[], { asked, tried }: Wish): PlanPair | null {
  const [first] = plans
  const last = plans.at(-1)
  if (first === undefined || last === undefined || first === last) return null
  return pairAsked(plans, asked) ?? pairAround(plans, tried) ?? [first, last]
}

function inOrder(plans: readonly string[], a: string, b: string): PlanPair {
  return plans.indexOf(a) < plans.indexOf(b) ? [a, b] : [b, a]
}

function pairAsked(plans: readonly string[], asked: string | null): PlanPair | null {
  const [a = '', b = ''] = (asked ?? '').split(',')
  return a !== b && plans.includes(a) && plans.includes(b) ? inOrder(plans, a, b) : null
}

function pairAround(plans: readonly string[], tried: string | null): PlanPair | null {
  if (tried === null || !plans.includes(tried)) return null
  const index = plans.indexOf(tried)
  const other = plans[index + 1] ?? plans[index - 1]
  return other === undefined ? null : inOrder(plans, tried, other)
}
