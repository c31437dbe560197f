import { assign, createActor, createMachine, type AnyActorScope, type StateValue } from 'xstate'
import type { Chart, ChartState, ChartTransition } from './chart'
import { holds } from '../expression/expression'
import { isExpressionError } from '../expression/expression-error'
import type { JsonObject } from '~/domain/json'
import { MachineMemory } from './fast/machine-memory'
import { interpretAnew, type Act, type Interpreted, type Stepper } from './interpreted'
import { compileOperation, RunFailure } from './operations'
import type { CompiledOperation, OperationScope, Parse } from './operations'
import { seededId } from './seeded-id'
import type { Operation } from '../format/schema-machine'
import { WorldDraft } from './world-draft'

/** What a run carries besides its place in the chart. */
export type MachineContext = { world: JsonObject; role: string; ids: number }

/** Called with the answer of a guard and the id of its transition. */
export type GuardWatch = (transition: string, held: boolean) => void

/** The input of one macrostep, and what it leaves behind for the caller. */
export type StepScope = {
  /** As the last action left it. */
  context: MachineContext
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
  /** The draft of the world; created by the first change. */
  draft?: WorldDraft | undefined
  watch?: GuardWatch | undefined
}

/** Most microsteps of one event: a cycle of `always` is an author's mistake. */
const MAX_MICROSTEPS = 200

type MachineEvent = { type: string }
type NoContext = Record<string, never>
type Action = ReturnType<typeof assign<NoContext, MachineEvent, undefined, MachineEvent, never>>
type Guard = () => boolean

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
    types: {} as { context: NoContext; events: MachineEvent },
    context: {},
    initial,
    states,
    options: { maxIterations: MAX_MICROSTEPS },
  })
}

type Machine = ReturnType<typeof makeMachine>
export type MachineSnapshot = ReturnType<Machine['resolveState']>

/**
 * The chart as XState runs it. A snapshot is only a place in the chart; what a run carries is in the scope, which a
 * macrostep changes. Snapshots are never changed.
 */
export type DemoMachine = {
  start(scope: StepScope): MachineSnapshot
  next(snapshot: MachineSnapshot, scope: StepScope): MachineSnapshot
  restore(value: StateValue, done: boolean): MachineSnapshot
}

/** Builds the actions and guards of one machine; `current` is the running interpretation. */
class Builder {
  current: Interpreted<StepScope> | null = null

  constructor(
    private readonly chart: Chart,
    private readonly parse: Parse,
  ) {}

  private get running(): Interpreted<StepScope> {
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
      actions: this.action((scope) => {
        scope.taken.push(one.id)
        apply(operations, scope)
      }),
    }
  }

  private entry(state: ChartState): Action {
    const operations = this.operations(state.authored.entry, `${state.at}.entry`)
    const acts = state.type === 'leaf' || state.type === 'final' ? state.role : null
    return this.action((scope) => {
      scope.entered.push(state.id)
      if (acts !== null && acts !== scope.context.role) scope.context = { ...scope.context, role: acts }
      apply(operations, scope)
    })
  }

  /** It assigns nothing, but must be an assignment: XState re-evaluates `always` only after one. */
  private action(act: Act<StepScope>): Action {
    return assign(() => {
      this.running.act(act)
      return {}
    })
  }

  private operations(list: readonly Operation[] | undefined, at: string): CompiledOperation[] {
    return (list ?? []).map((operation, index) => compileOperation(operation, `${at}.${index}`, this.parse))
  }

  private guard(source: string, transition: string): Guard {
    const program = this.parse(source)
    const ask = (scope: StepScope) => {
      try {
        const held = holds(program, expressionScope(scope), { now: scope.now })
        scope.watch?.(transition, held)
        return held
      } catch (error) {
        throw fail(scope, `${transition}.if`, error)
      }
    }
    return () => this.running.ask(ask)
  }
}

function expressionScope({ plan, can, event, context }: StepScope): OperationScope {
  return { world: context.world, role: context.role, plan, can, event, row: undefined }
}

function apply(operations: readonly CompiledOperation[], scope: StepScope): void {
  if (operations.length === 0) return
  const { seed, now, context } = scope
  const draft = (scope.draft ??= new WorldDraft(context.world))
  const within = expressionScope(scope)
  let { ids } = context
  const ambient = { now, newId: () => seededId(seed, ++ids) }
  for (const operation of operations) {
    try {
      operation(draft, within, ambient)
    } catch (error) {
      throw fail(scope, '', error)
    }
    within.world = draft.world
  }
  scope.context = { world: draft.world, role: context.role, ids }
}

function fail(scope: StepScope, at: string, error: unknown): unknown {
  const place = error instanceof Error && 'at' in error && typeof error.at === 'string' ? error.at : at
  const message = isExpressionError(error) || error instanceof Error ? error.message : String(error)
  scope.failure ??= new RunFailure(place, message)
  return scope.failure
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

/** Most moves that a machine remembers; a demo has a few hundred. */
export const MAX_MOVES = 20_000

/** The order of the keys matters: XState evaluates `always` in that order. */
function placeKey({ _nodes, status }: MachineSnapshot): string {
  return [status, ..._nodes.map((node) => node.id)].join(' ')
}

/**
 * Compiles the chart into a machine that starts in `initial`. With `remember` 0 XState interprets every macrostep.
 */
export function buildMachine(
  chart: Chart,
  initial: string,
  parse: Parse,
  remember: number = MAX_MOVES,
): DemoMachine {
  const builder = new Builder(chart, parse)
  const roots = [...chart.values()].filter((state) => state.parent === null).map((state) => state.id)
  const machine = makeMachine(builder.nodes(roots), initial)
  const inert = makeInertScope()
  const stepper: Stepper<StepScope, MachineSnapshot> =
    remember === 0 ? interpretAnew() : new MachineMemory<StepScope, MachineSnapshot>(remember, placeKey)
  const nowhere = machine.resolveState({ value: initial, context: {} })
  /**
   * XState turns an exception at the start of a machine into a snapshot of status `error`: it is thrown again here.
   */
  const interpret = (running: Interpreted<StepScope>, work: () => MachineSnapshot): MachineSnapshot => {
    builder.current = running
    try {
      const snapshot = work()
      if (snapshot.status === 'error') throw snapshot.error
      return snapshot
    } finally {
      builder.current = null
    }
  }
  return {
    start: (scope) =>
      stepper.run(nowhere, '', scope, (running) =>
        interpret(running, () => machine.getInitialSnapshot(inert)),
      ),
    next: (snapshot, scope) => {
      const type = String(scope.event.type)
      return stepper.run(snapshot, type, scope, (running) =>
        interpret(running, () => machine.transition(snapshot, { type }, inert)),
      )
    },
    restore: (value, done) =>
      stepper.intern(machine.resolveState({ value, context: {}, status: done ? 'done' : 'active' })),
  }
}
