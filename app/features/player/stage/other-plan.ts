import type { PlayerSession } from './session'

/** The next plan of the demo after the one tried, else the one before; null when it has only one. */
export function otherPlan({ demo, start, planNames }: PlayerSession): { plan: string; name: string } | null {
  const index = demo.plans.indexOf(start.plan)
  const plan = demo.plans[index + 1] ?? demo.plans[index - 1]
  return plan === undefined ? null : { plan, name: planNames[plan] ?? plan }
}
