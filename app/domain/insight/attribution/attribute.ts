import { groupBy } from '../group-by'
import { creditConversion, type AttributedConversion, type AttributionRules, type Credit } from './credits'
import type { Touch } from './touch'

interface OfVisitor {
  visitorId: string
}

/** Shares every conversion among the touches of its own visitor. */
export function attribute<Arrival extends Touch & OfVisitor>(
  conversions: readonly (AttributedConversion & OfVisitor)[],
  touches: readonly Arrival[],
  rules: AttributionRules,
): Credit<Arrival>[] {
  const byVisitor = groupBy(touches, ({ visitorId }) => visitorId)
  return conversions.flatMap((conversion) =>
    creditConversion(conversion, byVisitor.get(conversion.visitorId) ?? [], rules),
  )
}
