import { DomainError } from '~/domain/errors'
import { readChart, startStates, type Chart, type StateInfo, type TransitionInfo } from './chart'
import { parseExpression, type Program } from '../expression/expression'
import { isExpressionError } from '../expression/expression-error'
import { expressionsIn } from '../format/expressions-in'
import { isFastEngine } from './fast/fast-engine'
import { quicken } from './fast/quicken'
import { buildMachine, MAX_MOVES, type DemoMachine } from './machine'
import type { Parse } from './operations'
import { entitledBy } from '../format/entitlements'
import type { JsonObject } from '~/domain/json'
import type { Demo } from '../format/schema'
import { planScreens, type PlannedScreen } from '../screen/screen-plan'
import { planTasks, type PlannedTask } from './task-plan'

export type { StateInfo, TransitionInfo } from './chart'

/** A demo ready to run: every expression parsed, the chart read. */
export type CompiledDemo = {
  readonly demo: Demo
  /** Whether the shortcuts beside CEL and XState stand before them. */
  readonly fast: boolean
  readonly plans: readonly string[]
  /** What a plan gives: true or false for every entitlement, as `can` in expressions. */
  readonly can: (plan: string) => JsonObject
  /** Roles in which a prospect can start; the first is the default. */
  readonly startRoles: readonly string[]
  /** Every state by id, parents before children, in document order. */
  readonly states: ReadonlyMap<string, StateInfo>
  readonly transitions: readonly TransitionInfo[]
  /** For each event that is a free choice somewhere, the states in which it is. */
  readonly freeIn: ReadonlyMap<string, readonly string[]>
  /** Every event that a transition takes. */
  readonly events: ReadonlySet<string>
  readonly screens: ReadonlyMap<string, PlannedScreen>
  readonly tasks: readonly PlannedTask[]
  /** Whether a transition of this id waits for an event. */
  readonly isEventTransition: (id: string) => boolean
  /** The parsed expression of a source; every expression of the demo is there. */
  readonly program: (source: string) => Program
  /** The machine that starts where a start role does. Built on first use. */
  readonly machine: (startRole: string) => DemoMachine
}

function parseAll(demo: Demo, parse: Parse): Map<string, Program> {
  const programs = new Map<string, Program>()
  for (const { source, at } of expressionsIn(demo)) {
    if (programs.has(source)) continue
    try {
      programs.set(source, parse(source))
    } catch (error) {
      const message = isExpressionError(error) ? error.message : String(error)
      throw new DomainError('invalid-input', `${at}: ${message}`, { at })
    }
  }
  return programs
}

function freeIn(chart: Chart): Map<string, string[]> {
  const naming = new Map<string, string[]>()
  for (const { id, free } of chart.values()) {
    for (const event of free) naming.set(event, [...(naming.get(event) ?? []), id])
  }
  return naming
}

/** Memoizes `make` by key. */
function lazily<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}

/**
 * Compiles a demo that `parseDemoSource` found right. The shortcuts change nothing but how long it takes.
 * @throws DomainError `invalid-input`, `details.at` names the place, when an expression or the chart cannot be read
 */
export function compileDemo(demo: Demo, fast = isFastEngine()): CompiledDemo {
  const parse: Parse = fast ? (source) => quicken(parseExpression(source)) : parseExpression
  const programs = parseAll(demo, parse)
  const program = (source: string) => programs.get(source) ?? parse(source)
  const chart = readChart(demo)
  const starts = startStates(demo, chart)
  const transitions = [...chart.values()].flatMap((state) => state.transitions)
  const byEvent = new Set(transitions.filter((one) => one.kind === 'event').map((one) => one.id))
  const machine = lazily((role) => {
    const initial = starts.get(role)
    if (initial === undefined)
      throw new DomainError('invalid-input', `Nobody begins as ${role} here.`, { role })
    return buildMachine(chart, initial, program, fast ? MAX_MOVES : 0)
  })
  return {
    demo,
    fast,
    plans: demo.plans,
    can: lazily((plan) => entitledBy(demo, plan)),
    startRoles: [...starts.keys()],
    states: chart,
    transitions,
    screens: planScreens(demo),
    tasks: planTasks(demo, program, fast),
    isEventTransition: (id) => byEvent.has(id),
    freeIn: freeIn(chart),
    events: new Set(transitions.flatMap((one) => one.event ?? [])),
    program,
    machine,
  }
}
