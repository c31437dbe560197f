import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { account, accountMember } from '#db/schema/account'
import { conversion } from '#db/schema/conversion'
import { trial } from '#db/schema/trial'
import type { BoardScope } from '~/domain/insight/board-scope'
import type {
  ConversionSet,
  ConversionState,
  ConversionTerms,
  ConversionUnit,
} from '~/domain/insight/conversion-terms'
import { instantLiteral, intervalLiteral } from './instants'
import { trialFilter } from './trial-filter'

/**
 * The units of a scope, a subquery of (id of the trial that they begin with, demo, started_at, converted_at, asked).
 * The oracle is `unitsInScope`. Conversions are served by conversion_trial_idx or, of a visitor or account, by the
 * primary key.
 */
export function conversionUnits(scope: BoardScope, { unit, goal }: ConversionTerms): SQL {
  const { now, conversionWindowMs } = scope.clock
  const inWindow = sql`${conversion.at} <= ${trial.startedAt} + ${intervalLiteral(conversionWindowMs)}`
  return sql`(
    select ${trial.id} as id, ${trial.demoSlug} as demo, ${trial.startedAt} as started_at, told.converted_at, told.asked
    from ${trial} cross join lateral (
      select min(${conversion.at}) filter (where ${isConfirmed}) as converted_at,
        coalesce(bool_or(not ${isConfirmed} and ${inWindow}), false) as asked
      from ${conversion}
      where ${BELONGS[unit]} and ${conversion.withdrawnAt} is null
        and ${goal === undefined ? sql`true` : eq(conversion.goal, goal)}
        and ${conversion.at} >= ${trial.startedAt} and ${conversion.at} <= ${instantLiteral(now)}
    ) as told
    where ${and(trialFilter(scope), beginsUnit(scope, unit))})`
}

/** A browser only reports what was asked for; a system or a person confirms a conversion. */
export const isConfirmed: SQL = sql`${conversion.source} <> 'browser'`

/** True for a row of `units` in this state. The oracle is `isInState`. */
function stateCondition(state: ConversionState, scope: Pick<BoardScope, 'clock'>): SQL {
  return states(scope)[state]
}

/** Each state and when a row of `units` has it. */
export function states({ clock }: Pick<BoardScope, 'clock'>): Record<ConversionState, SQL> {
  const window = intervalLiteral(clock.conversionWindowMs)
  const matured = sql`${instantLiteral(clock.now)} - units.started_at > ${window}`
  const converted = sql`(units.converted_at is not null and units.converted_at - units.started_at <= ${window})`
  return {
    all: sql`true`,
    matured,
    converted: sql`(${matured} and ${converted})`,
    early: sql`(not ${matured} and ${converted})`,
    open: sql`(not ${matured} and not ${converted})`,
    asked: sql`units.asked`,
  }
}

/** True for the rows of `trial` that units of the set begin with. */
export function beginsUnitOf(set: ConversionSet, scope: BoardScope): SQL {
  return sql`${trial.id} in (
    select units.id from ${conversionUnits(scope, set)} as units where ${stateCondition(set.state, scope)})`
}

/** Accounts by the one that they were merged into, the last of a chain. Served by account_merged_idx. */
const ROOTS = sql`(
  with recursive root(id, root_id) as (
    select ${account}.id, ${account}.id from ${account} where ${account}.merged_into is null
    union all
    select ${account}.id, root.root_id from ${account} join root on ${account}.merged_into = root.id
  )
  select id, root_id from root)`

/** Visitors by the account that they belong to now. */
const MEMBERS = sql`(
  select ${accountMember}.visitor_id, roots.root_id
  from ${accountMember} join ${ROOTS} as roots on roots.id = ${accountMember}.account_id
  where ${accountMember}.removed_at is null)`

/** Selects the conversions of the unit that a row of `trial` begins. */
const BELONGS: Record<ConversionUnit, SQL> = {
  trial: sql`${conversion.visitorId} = ${trial.visitorId} and ${conversion.trialId} = ${trial.id}`,
  visitor: sql`${conversion.visitorId} = ${trial.visitorId}`,
  account: sql`${conversion.visitorId} in (
    select of_account.visitor_id
    from ${MEMBERS} as own join ${MEMBERS} as of_account on of_account.root_id = own.root_id
    where own.visitor_id = ${trial.visitorId})`,
}

/** True for the trials that units begin with: each trial, or the first unflagged one of a visitor or an account. */
function beginsUnit(scope: BoardScope, unit: ConversionUnit): SQL | undefined {
  if (unit === 'trial') return undefined
  const filter = trialFilter({
    filter: { ...scope.filter, flagged: false },
    range: { from: null, until: null },
    rules: scope.rules,
  })
  if (unit === 'visitor') {
    return inArray(
      trial.id,
      sql`(select distinct on (${trial.visitorId}) ${trial.id} from ${trial}
        where ${filter} order by ${trial.visitorId}, ${trial.startedAt}, ${trial.id})`,
    )
  }
  return inArray(
    trial.id,
    sql`(select distinct on (members.root_id) ${trial.id}
      from ${trial} join ${MEMBERS} as members on members.visitor_id = ${trial.visitorId}
      where ${and(filter, isNotNull(sql`members.root_id`))}
      order by members.root_id, ${trial.startedAt}, ${trial.id})`,
  )
}
