import { childrenOf, literalText, treeNodes, variableName, type Tree } from '../expression/cel-tree'
import { makeEnvironment, parseIn } from '../expression/expression'
import { isExpressionError } from '../expression/expression-error'
import { expressionsIn } from '../format/expressions-in'
import type { Demo } from '../format/schema'
import { wouldBeRight } from '~/domain/suggest'
import { findKeys } from './find-keys'
import { error, warning, type FoundProblem } from './found-problem'

/** What is wrong with entitlements: plans that the demo lacks, controls that need an unknown one, entitlements nothing asks for. */
export function checkEntitlements(demo: Demo): FoundProblem[] {
  const known = Object.keys(demo.entitlements ?? {})
  const needed = findKeys(demo.screens, 'needs', 'screens')
  const unknown = needed.filter(({ value }) => !known.includes(value))
  return [
    ...checkPlans(demo),
    ...unknown.map(({ at, value }) =>
      error('unknown-entitlement', at, `There is no entitlement ${value}: ${wouldBeRight(value, known)}`),
    ),
    ...checkUnused(demo, known, new Set(needed.map((one) => one.value))),
  ]
}

function checkPlans({ entitlements = {}, plans }: Demo): FoundProblem[] {
  return Object.entries(entitlements).flatMap(([name, entitlement]) => {
    const at = `entitlements.${name}.plans`
    const unknown = entitlement.plans.flatMap((plan, index) =>
      plans.includes(plan)
        ? []
        : [error('unknown-plan', `${at}.${index}`, `There is no plan ${plan}: ${wouldBeRight(plan, plans)}`)],
    )
    const everywhere = plans.every((plan) => entitlement.plans.includes(plan))
    const idle = warning(
      'unused-entitlement',
      at,
      `Every plan gives ${name}: leave out a plan that does not, or drop it`,
    )
    return everywhere && unknown.length === 0 ? [idle] : unknown
  })
}

function checkUnused(demo: Demo, known: readonly string[], needed: ReadonlySet<string>): FoundProblem[] {
  if (known.length === 0) return []
  const env = makeEnvironment()
  const asked = new Set(expressionsIn(demo).flatMap(({ source }) => askedIn(source, env)))
  return known
    .filter((name) => !needed.has(name) && !asked.has(name))
    .map((name) =>
      warning(
        'unused-entitlement',
        `entitlements.${name}`,
        `Nothing asks for ${name}: write can.${name} in a condition or needs: ${name} on a control, or drop it`,
      ),
    )
}

/** Names behind `can.` in an expression; none when it does not parse, which another check reports. */
function askedIn(source: string, env: ReturnType<typeof makeEnvironment>): string[] {
  if (!source.includes('can')) return []
  try {
    return treeNodes(parseIn(env, source).ast).flatMap(keyOfCan)
  } catch (cause) {
    if (isExpressionError(cause)) return []
    throw cause
  }
}

function keyOfCan({ op, args }: Tree): string[] {
  if (!Array.isArray(args) || variableName(args[0]) !== 'can') return []
  if (op === '.' && typeof args[1] === 'string') return [args[1]]
  const key = op === '[]' ? childrenOf(args)[1] : null
  return key ? [literalText(key) ?? ''] : []
}
