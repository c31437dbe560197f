import { z } from 'zod'
import {
  BREAKDOWN_COLUMNS,
  type BreakdownColumn,
  type BreakdownTerms,
} from '~/domain/insight/breakdown/breakdown-terms'
import { DIMENSIONS, type DimensionValue } from '~/domain/insight/breakdown/dimensions'
import { filterOfRow } from '~/domain/insight/breakdown/narrowed-filter'
import { BREAKDOWN_MEASURES } from '~/domain/insight/breakdown/measures'
import type { TrialSet } from '~/domain/insight/trial-set'
import type { CurrencyFactors } from '~/domain/insight/value'
import { paths } from '~/paths'
import { trialsHref } from '../filter/board-links'
import {
  boardParams,
  boardQuerySchema,
  defaulted,
  demoSlug,
  optional,
  type BoardQuery,
} from '../filter/board-query'

/** The parameters of a breakdown: the filter, the measure, one or two dimensions, and the order of the rows. */
export const breakdownSchema = boardQuerySchema.extend({
  demo: optional(demoSlug),
  measure: defaulted(z.enum(BREAKDOWN_MEASURES).default('completion')),
  by: defaulted(z.enum(DIMENSIONS).default('demo')),
  and: optional(z.enum(DIMENSIONS)),
  order: defaulted(z.enum(BREAKDOWN_COLUMNS).default('trials')),
  direction: defaulted(z.enum(['asc', 'desc']).default('desc')),
})

export type BreakdownQuery = z.infer<typeof breakdownSchema>

type Params = Record<string, string | undefined>

/** What the query asks for. The same dimension twice counts once. */
export function breakdownTerms({ measure, by, and, order, direction }: BreakdownQuery): BreakdownTerms {
  return {
    measure,
    by: and === undefined || and === by ? [by] : [by, and],
    order: { column: order, descending: direction === 'desc' },
  }
}

/** The parameters besides the filter, without defaults. */
export function choiceParams({ demo, measure, by, and, order, direction }: BreakdownQuery): Params {
  return {
    demo,
    measure: measure === 'completion' ? undefined : measure,
    by: by === 'demo' ? undefined : by,
    and,
    order: order === 'trials' ? undefined : order,
    direction: direction === 'desc' ? undefined : direction,
  }
}

/** The full address of a breakdown. */
export function breakdownParams(query: BreakdownQuery): Params {
  return { ...choiceParams(query), ...boardParams(query) }
}

/** The same breakdown sorted by a column: descending, or reversed if already sorted by it. */
export function orderHref(query: BreakdownQuery, order: BreakdownColumn): string {
  const turned = query.order === order && query.direction === 'desc'
  return paths.breakdown(breakdownParams({ ...query, order, direction: turned ? 'asc' : 'desc' }))
}

/** The list of exactly those trials of a row that are in the set. */
export function rowHref(query: BreakdownQuery, keys: readonly DimensionValue[], set: TrialSet): string {
  const { demo = query.demo, without = [], ...row } = filterOfRow(breakdownTerms(query).by, keys)
  const lacking = new Set([...(query.without?.split(',') ?? []), ...without])
  const narrowed = { ...query, ...row, without: [...lacking].join(',') || undefined } as BoardQuery
  return trialsHref(narrowed, set, demo)
}

/** The trials whose value is in the sums: those of currencies that can be converted. */
export const valueSet = (factors: CurrencyFactors): TrialSet => ({
  ...{ unit: 'trial', state: 'valued', currencies: Object.keys(factors).sort() },
})
