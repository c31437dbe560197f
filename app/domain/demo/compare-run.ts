import type { CompiledDemo } from './compile'
import { inspectControls, type Control, type LockedControl } from './controls'
import { HINT_EVENT } from './hint-event'
import type { PlainEvent } from './offered-events'
import { acceptPayload } from './payload'
import { step, type RefusalCode, type Run } from './run'
import { wayToGoal } from './way-to-goal'

/** An input of a comparison: an event with its moment, in milliseconds since the start. */
export type ComparedInput = PlainEvent & { at: number }

/** One step that was taken on one plan. */
export type ComparedStep = {
  event: PlainEvent
  /** The control that took it; null when none shows it. */
  control: Control | null
  /** Where it was taken: the active states, and the role that acted. */
  states: readonly string[]
  role: string
  /** `input`: the same input as everywhere. `own`: the plan's own shortest way, where the inputs did not fit or had ended. */
  origin: 'input' | 'own'
  /** States stood in after it that were not stood in before. */
  entered: string[]
  /** Controls on screen at that moment that the plan lacks the entitlement for. */
  locked: LockedControl[]
  /** The run before it. */
  before: Run
}

/** An input that this plan never took: why, and where it stood when it was tried first. */
export type BlockedInput = {
  event: PlainEvent
  code: RefusalCode
  /** The entitlement that the plan lacks, when the input was refused for that. */
  needs: string | null
  /** Where: a path in the document, or a field of the data. */
  at: string
  states: readonly string[]
  /** How many steps had been taken before. */
  afterSteps: number
}

export type FollowedInputs = { steps: ComparedStep[]; blocked: BlockedInput[]; end: Run }

/** Inputs looked at ahead when one does not fit: the plan may not need those between. */
const LOOK_AHEAD = 30
/** Searches for the plan's own way, and steps of it, in one run. */
const MAX_SEARCHES = 8
const MAX_OWN_STEPS = 100

/** Runs inputs on one plan. Every input is taken, passed over because the plan does not need it, or bridged by its own way. */
class Follower {
  readonly steps: ComparedStep[] = []
  readonly blocked: BlockedInput[] = []
  private way: PlainEvent[] = []
  private searches = 0
  private own = 0

  constructor(
    public run: Run,
    private readonly inputs: readonly ComparedInput[],
  ) {}

  /** Takes what fits, to the end of the inputs, then goes on to success. */
  follow(): void {
    let next = 0
    while (next < this.inputs.length && this.run.status === 'active') {
      const taken = this.takeFrom(next)
      if (taken !== null) next = taken + 1
      else if (!this.takeOwn()) next = this.passOver(next)
    }
    this.inputs.slice(next).forEach((input) => this.block(input))
    while (this.run.status === 'active' && this.takeOwn());
  }

  /** Takes the first input from here that fits now; those before it are not needed. Gives its index. */
  private takeFrom(from: number): number | null {
    const until = Math.min(this.inputs.length, from + LOOK_AHEAD)
    for (let index = from; index < until; index++) {
      const input = this.inputs[index]
      if (!input || !this.take(input, 'input')) continue
      this.inputs.slice(from, index).forEach((passed) => this.block(passed))
      this.way = []
      return index
    }
    return null
  }

  private passOver(index: number): number {
    const input = this.inputs[index]
    if (input) this.block(input)
    return index + 1
  }

  private take(event: PlainEvent & { at: number }, origin: ComparedStep['origin']): boolean {
    const before = this.run
    const result = step(before, event)
    if (!result.ok) {
      this.note(event, result)
      return false
    }
    this.run = result.run
    this.steps.push({ ...describe(before, event), origin, entered: newStates(before, result.run) })
    return true
  }

  private takeOwn(): boolean {
    if (this.way.length === 0) this.way = this.search()
    const event = this.way.shift()
    if (!event || ++this.own > MAX_OWN_STEPS) return false
    return this.take({ ...event, at: this.run.lastAt }, 'own')
  }

  private search(): PlainEvent[] {
    return ++this.searches > MAX_SEARCHES ? [] : (wayToGoal(this.run) ?? [])
  }

  /** Why each input was refused when it was tried first. */
  private readonly refusals = new Map<PlainEvent, Omit<BlockedInput, 'event'>>()

  private note(input: PlainEvent, refused: { code: RefusalCode; at: string }): void {
    if (this.refusals.has(input)) return
    const { code, at } = refused
    const locked =
      code === 'locked' ? inspectControls(this.run, { send: input.type, bare: true }).locked[0] : undefined
    this.refusals.set(input, {
      code,
      at,
      needs: locked?.needs ?? null,
      states: this.run.states,
      afterSteps: this.steps.length,
    })
  }

  private block(input: ComparedInput): void {
    const why = this.refusals.get(input) ?? {
      ...{ code: 'ended' as const, at: '', needs: null },
      ...{ states: this.run.states, afterSteps: this.steps.length },
    }
    const { at: _at, ...event } = input
    this.blocked.push({ event, ...why })
  }
}

function describe(before: Run, { type, data, at }: ComparedInput): Omit<ComparedStep, 'origin' | 'entered'> {
  const { controls } = inspectControls({ ...before, lastAt: Math.max(at, before.lastAt) }, { send: type })
  const control = controls.find((one) => acceptPayload(one.payload, data).ok) ?? null
  const event = data === undefined ? { type } : { type, data }
  return {
    ...{ event, control, states: before.states, role: before.role },
    ...{ locked: inspectControls(before).locked, before },
  }
}

function newStates(before: Run, after: Run): string[] {
  return after.path.slice(before.path.length)
}

/** What a trace did, without its hints, as inputs that any plan can be given. */
export function inputsOf(events: readonly ComparedInput[], compiled: CompiledDemo): ComparedInput[] {
  return events.filter((event) => event.type !== HINT_EVENT && compiled.events.has(event.type))
}

/** Runs the inputs from `start`, as far as its plan takes them, and goes on to success by its own shortest way. Never throws. */
export function followInputs(start: Run, inputs: readonly ComparedInput[]): FollowedInputs {
  const follower = new Follower(start, inputs)
  follower.follow()
  return { steps: follower.steps, blocked: follower.blocked, end: follower.run }
}
