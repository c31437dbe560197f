import type { DuckDBConnection } from '@duckdb/node-api'
import { sql, type SQL } from 'drizzle-orm'
import type { FunnelUnit } from '~/domain/insight/funnel/funnel-query'
import type {
  FunnelAnswer,
  FunnelList,
  FunnelQuestion,
  FunnelUnitRow,
} from '~/domain/insight/funnel/funnel-question'
import { trialFilter } from '../boards/trial-filter'
import { readerOver, type ColumnsReader } from '../columns-reader'
import { accountsAt, membersAt, trialsAt } from '../views'
import { copyEvents } from './copy-events'
import { funnelOfColumns } from './funnel-of-columns'
import { unitsInList } from './units-in-list'

const ALWAYS = { from: null, until: null }

/** A funnel over the copy at a watermark. The filter says which trials count, whenever they began. */
export async function answerFunnel(
  connection: DuckDBConnection,
  asOfMs: number,
  { query, filter, page }: FunnelQuestion,
): Promise<FunnelAnswer> {
  const reader = readerOver(connection, asOfMs)
  const counts = trialFilter(reader, { filter, range: ALWAYS })
  const source = copyEvents({ reader, counts })
  const result = await funnelOfColumns(connection, query, source)
  if (!page) return { result, units: [] }
  const numbers = await unitsInList(connection, query, source, page)
  return { result, units: await describeUnits(reader, { unit: query.unit, counts, numbers, page }) }
}

interface Described {
  unit: FunnelUnit
  counts: SQL
  numbers: readonly number[]
  page: FunnelList
}

/** The latest first. */
function describeUnits(
  reader: ColumnsReader,
  { unit, counts, numbers, page: { limit, offset } }: Described,
): Promise<FunnelUnitRow[]> {
  const { number, id, name, joined } = UNITS[unit](reader)
  return reader.rows(sql`
    with one as (select unnest(from_json(${JSON.stringify(numbers)}::json, '["INTEGER"]')) as number),
      own as (
        select ${number} as number, ${id} as id, ${name} as name, trial.id as trial, trial.demo, trial.plan,
          trial.started_ms
        from ${trialsAt(reader)} as trial ${joined} where ${counts})
    select own.id::varchar as id, any_value(own.name) as name, count(*)::integer as trials,
      arg_max(own.trial, own.started_ms)::varchar as trial, arg_max(own.demo, own.started_ms) as demo,
      arg_max(own.plan, own.started_ms) as plan,
      max(own.started_ms)::double as "startedMs"
    from own semi join one on one.number = own.number
    group by own.number, own.id order by "startedMs" desc, own.id limit ${limit} offset ${offset}`)
}

interface UnitColumns {
  /** As the events of the copy number it. */
  number: SQL
  id: SQL
  name: SQL
  joined: SQL
}

/** Joins the account of the visitor, where there is one. */
const companyOf = (reader: ColumnsReader): SQL => sql`
  left join ${membersAt(reader)} as belonging on belonging.visitor = trial.visitor
  left join ${accountsAt(reader)} as company on company.id = belonging.account`

const UNITS: Record<FunnelUnit, (reader: ColumnsReader) => UnitColumns> = {
  trial: (reader) => ({
    ...{ number: sql`trial.number`, id: sql`trial.id`, name: sql`company.name` },
    joined: companyOf(reader),
  }),
  visitor: (reader) => ({
    ...{ number: sql`trial.visitor`, id: sql`known.id`, name: sql`company.name` },
    joined: sql`join visitor as known on known.number = trial.visitor ${companyOf(reader)}`,
  }),
  account: (reader) => ({
    ...{ number: sql`member.number`, id: sql`member.account`, name: sql`company.name` },
    joined: sql`
      join (select visitor, account, dense_rank() over (order by account) as number from ${membersAt(reader)}) as member
        on member.visitor = trial.visitor
      join ${accountsAt(reader)} as company on company.id = member.account`,
  }),
}
