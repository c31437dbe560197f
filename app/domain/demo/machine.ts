import { assign, createActor, createMachine, type AnyActorScope, type StateValue } from 'xstate'
import type { Chart, ChartState, ChartTransition } from './chart'
import { holds, isExpressionError, type Scope } from './expression'
import type { JsonObject } from './json'
import { compileOperation, RunFailure, type CompiledOperation, type Parse } from './operations'
import { seededId } from './seeded-id'
import type { Operation } from './schema-machine'

/** What the machine itself carries from state to state. */
export type MachineContext = { world: JsonObject; role: string; ids: number }

/** Told how a guard answered, by the id of its transition, each time it is asked. */
export type GuardWatch = (transition: string, held: boolean) => void

/** What is given to one macrostep, and what it leaves behind for the caller. */
export type StepScope = {
  plan: string
  /** What the plan gives, by entitlement. */
  can: JsonObject
  seed: string
  /** Milliseconds since the epoch. */
  now: number
  event: JsonObject
  entered: string[]
  taken: string[]
  /** The first expression that failed. */
  failure: RunFailure | null
  watch?: GuardWatch | undefined
}

/** Most microsteps of one event: a circle of `always` is a mistake, not a program. */
const MAX_MICROSTEPS = 200

type MachineEvent = { type: string }
type Action = ReturnType<typeof assign<MachineContext, MachineEvent, undefined, MachineEvent, never>>
type Guard = (args: { context: MachineContext }) => boolean

type TransitionConfig = { guard?: Guard; target?: string; actions: Action }

type NodeConfig = {
  id: string
  type?: 'parallel' | 'final'
  initial?: string
  states?: Record<string, NodeConfig>
  on?: Record<string, TransitionConfig[]>
  always?: TransitionConfig[]
  onDone?: TransitionConfig[]
  entry: Action
}

function makeMachine(states: Record<string, NodeConfig>, initial: string) {
  return createMachine({
    id: '(demo)',
    types: {} as { context: MachineContext; events: MachineEvent; input: MachineContext },
    context: ({ input }: { input: MachineContext }) => input,
    initial,
    states,
    options: { maxIterations: MAX_MICROSTEPS },
  })
}

type Machine = ReturnType<typeof makeMachine>
export type MachineSnapshot = ReturnType<Machine['resolveState']>

/** The chart as XState runs it. Pure: every call takes a snapshot and gives another. */
export type DemoMachine = {
  start(context: MachineContext, scope: StepScope): MachineSnapshot
  next(snapshot: MachineSnapshot, scope: StepScope): MachineSnapshot
  restore(value: StateValue, context: MachineContext, done: boolean): MachineSnapshot
}

/** Builds the actions and guards of one machine; `current` is the scope of the macrostep that runs. */
class Builder {
  current: StepScope | null = null

  constructor(
    private readonly chart: Chart,
    private readonly parse: Parse,
  ) {}

  private get scope(): StepScope {
    if (!this.current) throw new Error('a machine runs only inside a step')
    return this.current
  }

  node(state: ChartState): NodeConfig {
    const by = (kind: ChartTransition['kind']) => state.transitions.filter((one) => one.kind === kind)
    const config: NodeConfig = { id: state.id, entry: this.entry(state) }
    if (state.type === 'final' || state.type === 'parallel') config.type = state.type
    if (state.type === 'nested') config.initial = state.authored.initial ?? state.children[0] ?? ''
    if (state.children.length > 0) config.states = this.nodes(state.children)
    if (by('event').length > 0) config.on = this.on(by('event'))
    if (by('always').length > 0) config.always = by('always').map((one) => this.transition(one))
    if (by('done').length > 0) config.onDone = by('done').map((one) => this.transition(one))
    return config
  }

  nodes(ids: readonly string[]): Record<string, NodeConfig> {
    const states = ids.flatMap((id) => this.chart.get(id) ?? [])
    return Object.fromEntries(states.map((state) => [state.id, this.node(state)]))
  }

  private on(transitions: ChartTransition[]): Record<string, TransitionConfig[]> {
    const on: Record<string, TransitionConfig[]> = {}
    for (const one of transitions) (on[one.event ?? ''] ??= []).push(this.transition(one))
    return on
  }

  private transition(one: ChartTransition): TransitionConfig {
    const operations = this.operations(one.authored.do, `${one.id}.do`)
    return {
      ...(one.if === null ? {} : { guard: this.guard(one.if, one.id) }),
      ...(one.target === null ? {} : { target: `#${one.target}` }),
      actions: assign(({ context }) => {
        this.scope.taken.push(one.id)
        return this.apply(operations, context)
      }),
    }
  }

  private entry(state: ChartState): Action {
    const operations = this.operations(state.authored.entry, `${state.at}.entry`)
    const acts = state.type === 'leaf' || state.type === 'final' ? state.role : null
    return assign(({ context }) => {
      this.scope.entered.push(state.id)
      return this.apply(operations, acts === null ? context : { ...context, role: acts })
    })
  }

  private operations(list: readonly Operation[] | undefined, at: string): CompiledOperation[] {
    return (list ?? []).map((operation, index) => compileOperation(operation, `${at}.${index}`, this.parse))
  }

  private guard(source: string, transition: string): Guard {
    const program = this.parse(source)
    return ({ context }) => {
      try {
        const held = holds(program, this.expressionScope(context), { now: this.scope.now })
        this.scope.watch?.(transition, held)
        return held
      } catch (error) {
        throw this.fail(`${transition}.if`, error)
      }
    }
  }

  private expressionScope({ world, role }: MachineContext): Scope & { world: JsonObject } {
    const { plan, can, event } = this.scope
    return { world, role, plan, can, event }
  }

  private apply(operations: readonly CompiledOperation[], context: MachineContext): MachineContext {
    if (operations.length === 0) return context
    const { seed, now } = this.scope
    let { world, ids } = context
    const ambient = { now, newId: () => seededId(seed, ++ids) }
    for (const operation of operations) {
      try {
        world = operation({ scope: this.expressionScope({ ...context, world }), ambient })
      } catch (error) {
        throw this.fail('', error)
      }
    }
    return { ...context, world, ids }
  }

  private fail(at: string, error: unknown): unknown {
    const place = error instanceof Error && 'at' in error && typeof error.at === 'string' ? error.at : at
    const message = isExpressionError(error) || error instanceof Error ? error.message : String(error)
    this.scope.failure ??= new RunFailure(place, message)
    return this.scope.failure
  }
}

/** A scope for pure macrosteps: nothing is executed, sent or spawned. */
function makeInertScope(): AnyActorScope {
  const self = createActor(createMachine({}))
  return {
    self,
    id: '',
    sessionId: '',
    logger: () => {},
    defer: () => {},
    emit: () => {},
    system: self.system,
    stopChild: () => {},
    actionExecutor: () => {},
  }
}

/** Compiles the chart into a machine that begins in `initial`. */
export function buildMachine(chart: Chart, initial: string, parse: Parse): DemoMachine {
  const builder = new Builder(chart, parse)
  const roots = [...chart.values()].filter((state) => state.parent === null).map((state) => state.id)
  const machine = makeMachine(builder.nodes(roots), initial)
  const inert = makeInertScope()
  /** XState turns what is thrown while a machine begins into a snapshot of status `error`: it is thrown here again. */
  const inScope = (scope: StepScope, work: () => MachineSnapshot): MachineSnapshot => {
    builder.current = scope
    try {
      const snapshot = work()
      if (scope.failure ?? snapshot.status === 'error') throw scope.failure ?? snapshot.error
      return snapshot
    } finally {
      builder.current = null
    }
  }
  return {
    start: (context, scope) => inScope(scope, () => machine.getInitialSnapshot(inert, context)),
    next: (snapshot, scope) =>
      inScope(scope, () => machine.transition(snapshot, { type: String(scope.event.type) }, inert)),
    restore: (value, context, done) =>
      machine.resolveState({ value, context, status: done ? 'done' : 'active' }),
  }
}
