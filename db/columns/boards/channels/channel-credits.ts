import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { ChannelPlace, Placed } from '~/domain/insight/attribution/channel-place'
import type { CreditSum } from '~/domain/insight/attribution/credit-sums'
import type { AttributionModel } from '~/domain/insight/attribution/models'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { Goal } from '~/domain/insight/conversion-terms'
import type { ColumnsReader } from '../../columns-reader'
import { conversionsAt, touchesAt } from '../../views'
import { isCounted } from './counted-visitors'
import { touchWeights } from './touch-weights'

export interface CreditTerms {
  model: AttributionModel
  goal?: Goal | undefined
}

interface CreditRow extends ChannelPlace {
  currency: string | null
  conversions: number
  value: number | null
}

/**
 * Shares the confirmed conversions of the range among the touches before them, by any touch of their visitors however early
 * inside the look-back window. Shares are whole parts, so that they sum to the conversions. A place has one sum for each
 * currency, and one of conversions without a value. The oracle is `attribute`.
 */
export async function readChannelCredits(
  reader: ColumnsReader,
  scope: BoardScope,
  terms: CreditTerms,
): Promise<Placed<CreditSum>[]> {
  const { parts } = scope.rules.attribution
  const rows = await reader.rows<CreditRow>(sql`
    with ${creditParts(reader, scope, terms)}
    select channel, source, campaign, currency, (sum(parts)::double / ${parts}::double) as conversions,
      sum(value * (parts::double / ${parts}::double)) as value
    from credit group by channel, source, campaign, currency order by currency`)
  return rows.map(({ channel, source, campaign, ...credit }) => ({
    place: { channel, source, campaign },
    ...creditOf(credit),
  }))
}

function creditOf({ currency, conversions, value }: Omit<CreditRow, keyof ChannelPlace>): CreditSum {
  const isValued = currency !== null && value !== null
  return {
    conversions,
    amounts: isValued ? [{ value, currency }] : [],
    withoutValue: isValued ? 0 : conversions,
  }
}

/**
 * Common table expressions of which the last, `credit`, has a row for each place that a conversion is credited to in part. What
 * rounding down leaves of a conversion goes to the largest remainders, as in `apportion`.
 */
export function creditParts(reader: ColumnsReader, scope: BoardScope, { model, goal }: CreditTerms): SQL {
  const conversion = sql`conversion`
  const rules = scope.rules.attribution
  return sql`
    confirmed as materialized (
      select conversion.visitor, conversion.id, conversion.trial, conversion.at_ms, conversion.value, conversion.currency
      from ${conversionsAt(reader)} as conversion
      where not conversion.withdrawn and conversion.source <> 'browser'
        and ${goal === undefined ? sql`true` : sql`conversion.goal = ${goal}`}
        and ${isCounted(reader, scope, conversion)}),
    near as (
      select confirmed.id, touch.at_ms, touch.channel, touch.source, touch.campaign,
        row_number() over (partition by confirmed.id order by touch.at_ms, touch.id) as place
      from confirmed join ${touchesAt(reader)} as touch on touch.visitor = confirmed.visitor
        and touch.at_ms <= confirmed.at_ms and touch.at_ms >= confirmed.at_ms - ${rules.lookBackMs}),
    placed as (
      select *, count(*) over own as total, max(at_ms) over own as latest,
        max(case when channel <> ${rules.direct} then place end) over own as last_other
      from near window own as (partition by id)),
    weighed as (select *, ${touchWeights(rules)[model]} as weight from placed),
    ideal as (
      select *, weight / sum(weight) over (partition by id) * ${rules.parts}::double as ideal from weighed),
    ranked as (
      select *, floor(ideal)::bigint as parts,
        ${rules.parts}::bigint - sum(floor(ideal)::bigint) over (partition by id) as spare,
        row_number() over (partition by id order by ideal - floor(ideal) desc, place) as turn
      from ideal),
    shared as (select * replace (parts + (turn <= spare)::bigint as parts) from ranked),
    credit as (
      select coalesce(shared.channel, ${rules.unknown}) as channel, shared.source, shared.campaign,
        confirmed.trial, confirmed.value, confirmed.currency,
        coalesce(shared.parts, ${rules.parts}::bigint) as parts
      from confirmed left join shared on shared.id = confirmed.id
      where coalesce(shared.parts, 1) > 0)`
}
