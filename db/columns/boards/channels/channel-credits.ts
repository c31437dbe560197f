import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { ChannelLevel } from '~/domain/insight/attribution/channel-level'
import type { CreditSum } from '~/domain/insight/attribution/credit-sums'
import type { AttributionModel } from '~/domain/insight/attribution/models'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { Goal } from '~/domain/insight/conversion-terms'
import type { ColumnsReader } from '../../columns-reader'
import { conversionsAt, touchesAt } from '../../views'
import { channelKey } from './channel-key'
import { isCounted } from './counted-visitors'
import { touchWeights } from './touch-weights'

export interface CreditTerms {
  model: AttributionModel
  level: ChannelLevel
  goal?: Goal | undefined
}

interface CreditRow {
  key: string
  currency: string | null
  conversions: number
  value: number | null
}

/**
 * Shares the confirmed conversions of the range among the touches before them, by any touch of their visitors however early
 * inside the look-back window. Shares are whole parts, so that they sum to the conversions. The oracle is `attribute`.
 */
export async function readChannelCredits(
  reader: ColumnsReader,
  scope: BoardScope,
  terms: CreditTerms,
): Promise<Map<string, CreditSum>> {
  const { parts } = scope.rules.attribution
  const rows = await reader.rows<CreditRow>(sql`
    with ${creditParts(reader, scope, terms)}
    select key, currency, (sum(parts)::double / ${parts}::double) as conversions,
      sum(value * (parts::double / ${parts}::double)) as value
    from credit group by key, currency order by key, currency`)
  const sums = new Map<string, CreditSum>()
  for (const { key, currency, conversions, value } of rows) {
    const sum = sums.get(key) ?? { conversions: 0, amounts: [] }
    if (currency !== null && value !== null) sum.amounts.push({ value, currency })
    sums.set(key, { ...sum, conversions: sum.conversions + conversions })
  }
  return sums
}

/** What rounding down leaves of a conversion goes to the largest remainders, as in `apportion`. */
function creditParts(reader: ColumnsReader, scope: BoardScope, { model, level, goal }: CreditTerms): SQL {
  const conversion = sql`conversion`
  const rules = scope.rules.attribution
  return sql`
    confirmed as materialized (
      select conversion.visitor, conversion.id, conversion.at_ms, conversion.value, conversion.currency
      from ${conversionsAt(reader)} as conversion
      where not conversion.withdrawn and conversion.source <> 'browser'
        and ${goal === undefined ? sql`true` : sql`conversion.goal = ${goal}`}
        and ${isCounted(reader, scope, conversion)}),
    near as (
      select confirmed.id, touch.at_ms, ${channelKey(sql`touch`, level)} as key, touch.channel,
        row_number() over (partition by confirmed.id order by touch.at_ms, touch.id) as place
      from confirmed join ${touchesAt(reader)} as touch on touch.visitor = confirmed.visitor
        and touch.at_ms <= confirmed.at_ms and touch.at_ms >= confirmed.at_ms - ${rules.lookBackMs}),
    placed as (
      select *, count(*) over own as total, max(at_ms) over own as latest,
        max(case when channel <> ${rules.direct} then place end) over own as last_other
      from near window own as (partition by id)),
    weighed as (select id, key, place, ${touchWeights(rules)[model]} as weight from placed),
    ideal as (
      select id, key, place, weight / sum(weight) over (partition by id) * ${rules.parts}::double as ideal from weighed),
    ranked as (
      select id, key, floor(ideal)::bigint as parts,
        ${rules.parts}::bigint - sum(floor(ideal)::bigint) over (partition by id) as spare,
        row_number() over (partition by id order by ideal - floor(ideal) desc, place) as turn
      from ideal),
    shared as (select id, key, parts + (turn <= spare)::bigint as parts from ranked),
    credit as (
      select coalesce(shared.key, 'unknown') as key, confirmed.value, confirmed.currency,
        coalesce(shared.parts, ${rules.parts}::bigint) as parts
      from confirmed left join shared on shared.id = confirmed.id
      where coalesce(shared.parts, 1) > 0)`
}
