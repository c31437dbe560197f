import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ConversionTerms, ConversionUnit } from '~/domain/insight/conversion-terms'
import type { ColumnsReader } from '../columns-reader'
import { conversionsAt, membersAt, trialsAt } from '../views'
import { scopedTrials } from './scoped-trials'
import { trialFilter } from './trial-filter'

/** The trials of a scope with what each came to: the columns of `trialsAt`, and those that `withGoals` adds. */
export function measuredTrials(reader: ColumnsReader, scope: BoardScope): SQL {
  return withGoals(reader, scope, { unit: 'trial', trials: scopedTrials(reader, scope) })
}

/**
 * The units of a scope by the trial that they begin with: its number, visitor, id, demo and started_ms, and what the unit came
 * to. The oracle is `unitsInScope`.
 */
export function conversionUnits(reader: ColumnsReader, scope: BoardScope, terms: ConversionTerms): SQL {
  const trials = beginningTrials(reader, scope, terms.unit)
  return sql`(
    with beginning as materialized (
      select trial.number, trial.visitor, trial.id, trial.demo, trial.started_ms from ${trials} as trial)
    from ${withGoals(reader, scope, { ...terms, trials: sql`beginning` })})`
}

/**
 * Trials with what the units came to that begin with them: `converted_ms` is the first confirmed conversion after the start,
 * however late, `asked` whether the browser reported a goal inside the window, and `has_value` whether a confirmed conversion
 * inside it had a value. The statement has `trials` twice.
 */
export function withGoals(
  reader: ColumnsReader,
  { clock }: Pick<BoardScope, 'clock'>,
  { trials, unit, goal }: ConversionTerms & { trials: SQL },
): SQL {
  return sql`(
    select trial.*, reached.converted_ms, coalesce(reached.asked, false) as asked,
      coalesce(reached.has_value, false) as has_value
    from ${trials} as trial left join (
      select trial.number, min(conversion.at_ms) filter (where not ${IS_ASK}) as converted_ms,
        bool_or(${IS_ASK} and ${isInWindow(clock)}) as asked,
        bool_or(not ${IS_ASK} and conversion.value is not null and ${isInWindow(clock)}) as has_value
      from ${trials} as trial join ${CONVERSIONS_OF[unit](reader)}
      where ${isReached({ clock, goal })}
      group by trial.number) as reached on reached.number = trial.number)`
}

/**
 * The values of confirmed conversions inside the window of the units of a scope: (number, is_matured, currency, value), a
 * row for each conversion that was reported with one.
 */
export function unitAmounts(reader: ColumnsReader, scope: BoardScope, { unit, goal }: ConversionTerms): SQL {
  const { clock } = scope
  return sql`(
    select trial.number, ${clock.now.getTime()} - trial.started_ms > ${clock.conversionWindowMs} as is_matured,
      conversion.currency, conversion.value
    from ${beginningTrials(reader, scope, unit)} as trial join ${CONVERSIONS_OF[unit](reader)}
    where ${isReached({ clock, goal })} and not ${IS_ASK} and conversion.value is not null and ${isInWindow(clock)})`
}

type Clock = BoardScope['clock']

/** Of this goal, after the start of `trial`, known and not withdrawn. */
const isReached = ({ clock, goal }: { clock: Clock; goal?: string | undefined }): SQL => sql`(
  not conversion.withdrawn and ${goal === undefined ? sql`true` : sql`conversion.goal = ${goal}`}
  and conversion.at_ms >= trial.started_ms and conversion.at_ms <= ${clock.now.getTime()})`

const isInWindow = ({ conversionWindowMs }: Clock): SQL =>
  sql`conversion.at_ms - trial.started_ms <= ${conversionWindowMs}`

/** A browser only reports what was asked for; a system or a person confirms a conversion. */
const IS_ASK = sql`conversion.source = 'browser'`

/** Joins the conversions of the unit that a row of `trial` begins. */
const CONVERSIONS_OF: Record<ConversionUnit, (reader: ColumnsReader) => SQL> = {
  trial: (reader) => sql`
    ${conversionsAt(reader)} as conversion
    on conversion.visitor = trial.visitor and conversion.trial = trial.id`,
  visitor: (reader) => sql`${conversionsAt(reader)} as conversion on conversion.visitor = trial.visitor`,
  account: (reader) => sql`
    ${membersAt(reader)} as own on own.visitor = trial.visitor
    join ${membersAt(reader)} as other on other.account = own.account
    join ${conversionsAt(reader)} as conversion on conversion.visitor = other.visitor`,
}

/** The trials that the units of a scope begin with, a subquery of the columns of `trialsAt`. */
export function beginningTrials(reader: ColumnsReader, scope: BoardScope, unit: ConversionUnit): SQL {
  return FIRST_TRIALS[unit](reader, scope)
}

type FirstTrials = (reader: ColumnsReader, scope: BoardScope) => SQL

/** The trials that units begin with: each trial, or the first unflagged one of a visitor or an account. */
const FIRST_TRIALS: Record<ConversionUnit, FirstTrials> = {
  trial: scopedTrials,
  visitor: (reader, scope) => firstTrials(reader, scope, { join: sql``, name: sql`trial.visitor` }),
  account: (reader, scope) =>
    firstTrials(reader, scope, {
      join: sql`join ${membersAt(reader)} as member on member.visitor = trial.visitor`,
      name: sql`member.account`,
    }),
}

/** The first is chosen whatever the range: a visitor who returns is not a new one. */
function firstTrials(reader: ColumnsReader, scope: BoardScope, unit: { join: SQL; name: SQL }): SQL {
  const unflagged = { ...scope, filter: { ...scope.filter, flagged: false }, range: EVER }
  return sql`(
    select trial.* from (
      select trial.* from ${trialsAt(reader)} as trial ${unit.join}
      where ${trialFilter(reader, unflagged)}
      qualify row_number() over (partition by ${unit.name} order by trial.started_ms, trial.id) = 1) as trial
    where ${trialFilter(reader, scope)})`
}

const EVER = { from: null, until: null }
