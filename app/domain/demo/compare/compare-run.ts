import type { CompiledDemo } from '../engine/compile'
import type { ComparedInput } from './compared-input'
import { inspectControls, type Control, type LockedControl } from '../screen/controls'
import { standingSteps } from '../engine/standing-steps'
import { isSameWork, workOf, type InputWork } from './input-work'
import { plainEvent, type PlainEvent } from '../engine/offered-events'
import { acceptPayload } from '../screen/payload'
import { step, type RefusalCode, type Run, type StepResult } from '../engine/run'
import { stepOnWay } from '../engine/way/step-on-way'
import { wayToGoal } from '../proof/way-to-goal'

/** One step that was taken on one plan. */
export type ComparedStep = {
  event: PlainEvent
  /** The control that took it; null when none shows it. */
  control: Control | null
  /** Where it was taken: the active states, and the role that acted. */
  states: readonly string[]
  role: string
  /**
   * `input`: an input given to every plan. `own`: a step of the plan's own ideal way, where the inputs did not fit or
   * had ended.
   */
  origin: 'input' | 'own'
  /** False for a step that changed only such things as an error text. */
  works: boolean
  /** States that are active after it and were not before. */
  entered: string[]
  /** Controls on the screen at that moment for which the plan lacks the entitlement. */
  locked: LockedControl[]
  /** The run before it. */
  before: Run
}

/** An input that this plan never took: why, and the state in which it was first tried. */
export type BlockedInput = {
  event: PlainEvent
  /** `other-work`: the plan would take it, but it would not do what it did in the trial. */
  code: RefusalCode | 'other-work'
  /** The missing entitlement, when the input was refused for that. */
  needs: string | null
  /** Where: a path in the document, or a field of the data. */
  at: string
  states: readonly string[]
  /** How many steps had been taken before. */
  afterSteps: number
}

export type FollowedInputs = { steps: ComparedStep[]; blocked: BlockedInput[]; end: Run }

/** How many later inputs are tried when one does not fit: the plan may not need those between. */
const LOOK_AHEAD = 30
/** Limits of one run: searches for the plan's own way, and steps of it. */
const MAX_SEARCHES = 8
const MAX_OWN_STEPS = 100

/**
 * Runs inputs on one plan. Each input is taken, skipped because the plan does not need it, or bridged by the plan's
 * own way. With `given`, what each did in the trial that it comes from, an input is taken only where it does the same
 * work.
 */
class Follower {
  readonly steps: ComparedStep[] = []
  readonly blocked: BlockedInput[] = []
  private way: PlainEvent[] = []
  private searches = 0
  private own = 0

  constructor(
    public run: Run,
    private readonly inputs: readonly ComparedInput[],
    private readonly given: readonly (InputWork | null)[] | null,
  ) {}

  /** Takes the inputs that fit, then goes on to success. */
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

  /** Takes the first input from here that fits, skipping those before it, and returns its index. */
  private takeFrom(from: number): number | null {
    const until = Math.min(this.inputs.length, from + LOOK_AHEAD)
    const passed = new Map<string, number | null>()
    for (let index = from; index < until; index++) {
      const input = this.inputs[index]
      const given = this.given?.[index]
      if (!input || (given && isOfLater(given, passed))) continue
      if (!this.take(input, 'input', given)) {
        if (given?.works && !passed.has(given.place)) passed.set(given.place, given.moment)
        continue
      }
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

  /** `given`: the work it must do to be taken; null for what did nothing, undefined when any work will do. */
  private take(
    event: PlainEvent & { at: number },
    origin: ComparedStep['origin'],
    given?: InputWork | null,
  ): boolean {
    const before = this.run
    const result = step(before, event)
    if (!result.ok) {
      this.note(event, result)
      return false
    }
    const work = workOf(before, event.type, result)
    if (given !== undefined && !isSameWork(work, given)) {
      this.note(event, { code: 'other-work', at: '' })
      return false
    }
    this.push(before, event, { origin, works: work.works }, result)
    return true
  }

  private push(
    before: Run,
    event: PlainEvent & { at: number },
    kind: Pick<ComparedStep, 'origin' | 'works'>,
    { run }: StepResult & { ok: true },
  ): void {
    this.run = run
    this.steps.push({ ...describe(before, event), ...kind, entered: newStates(before, run) })
  }

  private takeOwn(): boolean {
    const event = this.nextOwn()
    if (!event || ++this.own > MAX_OWN_STEPS) return false
    return this.take({ ...event, at: this.run.lastAt }, 'own')
  }

  /** From the remaining way where that is known, else from a search. */
  private nextOwn(): PlainEvent | undefined {
    const known = stepOnWay(this.run)
    if (known) return plainEvent(known.type, known.data)
    if (this.way.length === 0) this.way = this.search()
    return this.way.shift()
  }

  private search(): PlainEvent[] {
    return ++this.searches > MAX_SEARCHES ? [] : (wayToGoal(this.run) ?? [])
  }

  /** Why each input was refused when it was first tried. */
  private readonly refusals = new Map<PlainEvent, Omit<BlockedInput, 'event'>>()

  private note(input: PlainEvent, refused: Pick<BlockedInput, 'code' | 'at'>): void {
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

/**
 * Whether an input like it was skipped that belonged to an earlier moment of the process: then this one is not due
 * yet.
 */
function isOfLater({ place, moment }: InputWork, passed: ReadonlyMap<string, number | null>): boolean {
  const earlier = passed.get(place)
  return earlier !== undefined && (earlier === null || earlier !== moment)
}

function describe(
  before: Run,
  { type, data, at }: ComparedInput,
): Omit<ComparedStep, 'origin' | 'entered' | 'works'> {
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

/** The steps of a trace that stand, as inputs that any plan can be given. */
export function inputsOf(events: readonly ComparedInput[], compiled: CompiledDemo): ComparedInput[] {
  return standingSteps(events)
    .filter(({ type }) => compiled.events.has(type))
    .map(({ type, data, at }) => (data === undefined ? { type, at } : { type, data, at }))
}

/**
 * Runs the inputs from `start`, as far as its plan takes them, then goes on to success by its own ideal way. `given`
 * is what each did in the trial, when that was on another plan. Never throws.
 */
export function followInputs(
  start: Run,
  inputs: readonly ComparedInput[],
  given: readonly (InputWork | null)[] | null = null,
): FollowedInputs {
  const follower = new Follower(start, inputs, given)
  follower.follow()
  return { steps: follower.steps, blocked: follower.blocked, end: follower.run }
}
