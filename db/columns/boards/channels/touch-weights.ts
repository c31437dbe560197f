import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { AttributionModel } from '~/domain/insight/attribution/models'
import type { MeasureRules } from '~/domain/insight/measure-rules'

const when = (condition: SQL): SQL => sql`(${condition})::integer::double`

/**
 * By model, the weight of a row of touches before a conversion, which has its `place` in order of time from 1, their `total`, the place
 * of the `last_other` that was not direct, and the moment of the `latest`. The oracle is `weigh`.
 */
export const touchWeights = ({
  endShare,
  halfLifeMs,
}: MeasureRules['attribution']): Record<AttributionModel, SQL> => ({
  last: when(sql`place = total`),
  first: when(sql`place = 1`),
  'last-non-direct': when(sql`place = coalesce(last_other, total)`),
  linear: sql`1::double`,
  position: sql`
    case when place in (1, total) then ${endShare}::double
      else ${1 - 2 * endShare}::double / (total - 2) end`,
  'time-decay': sql`power(2::double, (at_ms - latest)::double / ${halfLifeMs}::double)`,
})
