import { DuckDBMapValue, MAP, VARCHAR, type DuckDBConnection } from '@duckdb/node-api'
import type { FunnelEvent } from '~/domain/insight/funnel/funnel-history'

/**
 * What visitors did. Visitors, trials and accounts are numbers of the copy's own, so that ordering by them is fast.
 * `position` orders events of one instant. A property is kept as JSON writes it, when it is a text, a number or a truth value.
 */
const EVENT = `create table event (
  visitor integer not null, trial integer, account integer,
  at_ms double not null, position integer not null, name varchar not null, props map(varchar, varchar) not null)`

const PROPS = MAP(VARCHAR, VARCHAR)

/** Makes the table of events and fills it with a history. */
export async function fillEvents(
  connection: DuckDBConnection,
  history: Iterable<FunnelEvent> | AsyncIterable<FunnelEvent>,
): Promise<void> {
  await connection.run(EVENT)
  const appender = await connection.createAppender('event')
  const [visitors, trials, accounts] = [new Numbering(), new Numbering(), new Numbering()]
  let position = 0
  for await (const { visitor, at, event, props } of history) {
    const plain = plainProps(props)
    const { trial, account } = plain
    appender.appendInteger(visitors.numberOf(visitor))
    appender.appendValue(trial && isNamed(trial) ? trials.numberOf(JSON.stringify([visitor, trial])) : null)
    appender.appendValue(account && isNamed(account) ? accounts.numberOf(account) : null)
    appender.appendDouble(at)
    appender.appendInteger(position)
    appender.appendVarchar(event)
    appender.appendMap(mapOf(plain), PROPS)
    appender.endRow()
    position += 1
  }
  appender.closeSync()
}

/** Gives names the numbers 0, 1, 2 and so on. */
class Numbering {
  private readonly numbers = new Map<string, number>()

  numberOf(name: string): number {
    const known = this.numbers.get(name) ?? this.numbers.size
    this.numbers.set(name, known)
    return known
  }
}

const EMPTY = '""'
const isNamed = (value: string) => value !== EMPTY

function plainProps(props: FunnelEvent['props']): Record<string, string | undefined> {
  const plain = Object.entries(props).filter(([, value]) => /string|number|boolean/.test(typeof value))
  return Object.fromEntries(plain.map(([prop, value]) => [prop, JSON.stringify(value)]))
}

function mapOf(props: Record<string, string | undefined>): DuckDBMapValue {
  return new DuckDBMapValue(Object.entries(props).map(([key, value]) => ({ key, value: value ?? EMPTY })))
}
