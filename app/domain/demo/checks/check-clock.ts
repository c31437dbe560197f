import { makeEnvironment, parseIn } from '../expression/expression'
import { isExpressionError } from '../expression/expression-error'
import type { ExpressionUse } from '../format/expression-use'
import { expressionsIn } from '../format/expressions-in'
import type { Demo } from '../format/schema'
import { clockFields, clockUse, unsorted, type ReadUse } from './clock-fields'
import { error, type FoundProblem } from './found-problem'
import { valueAt } from './value-at'

/**
 * Conditions that depend on the clock. Time does not pass during a proof, so such a condition could hold in the proof
 * and fail for a prospect. An expression that decides which rows or options can be chosen counts as a condition.
 */
export function checkClock(demo: Demo): FoundProblem[] {
  const all = expressionsIn(demo)
  if (!all.some(({ source }) => /\b(now|today)\s*\(/.test(source))) return []
  const uses = readAll(all)
  const fields = clockFields(demo, uses)
  return uses.flatMap(({ one, tree }) => {
    const use = decides(demo, one) ? clockUse(unsorted(tree), fields) : null
    return use === null ? [] : [clockProblem(one, use.field, use.start)]
  })
}

const environment = makeEnvironment()

/** Expressions that do not parse are reported by another check. */
function readAll(all: readonly ExpressionUse[]): ReadUse[] {
  return all.flatMap((one) => {
    try {
      return [{ one, tree: parseIn(environment, one.source).ast }]
    } catch (cause) {
      if (isExpressionError(cause)) return []
      throw cause
    }
  })
}

/** Whether what can happen depends on this expression. */
function decides(demo: Demo, { expects, at }: ExpressionUse): boolean {
  if (expects !== 'list') return expects === 'bool'
  if (at.endsWith('.options')) return true
  const block = valueAt(demo, at.split('.').slice(0, -1))
  return typeof block === 'object' && block !== null && ('pick' in block || 'rowActions' in block)
}

function clockProblem({ at, source }: ExpressionUse, field: string | null, offset: number): FoundProblem {
  const why = field === null ? 'ask the clock' : `compare ${field}, which now() or today() gave`
  const message = `A condition may not ${why}: let an event such as NEXT_DAY change the world, and ask that instead (in ${source})`
  return { ...error('clock-in-condition', at, message), offset }
}
