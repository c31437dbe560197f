import { ConfigurationKeys } from './configuration-keys'
import { doneTasks, openTasks } from '../engine/done-tasks'
import type { GuardWatch } from '../engine/machine'
import type { OfferedEvent, PlainEvent } from '../engine/offered-events'
import { OfferedOnScreens, type OfferedNow } from './offered-on-screens'
import { stepBy, type Run, type StepResult } from '../engine/run'
import { takableEvents } from './takable-events'

/** `deadline` is a time of `clock`, both in milliseconds. */
export type ExploreLimits = {
  maxConfigurations: number
  deadline: number
  clock: () => number
}

/** The result of one event. */
export type Passed = Pick<StepResult & { ok: true }, 'run' | 'entered' | 'taken'>

/**
 * `until` ends the search early, at the configuration it accepts. `visit` is called for each configuration when it is
 * expanded, `pass` for each event from one configuration to another, `link` for where it led, and `watch` for each
 * answer of a guard.
 */
export type ExploreOptions = ExploreLimits & {
  until?: (run: Run) => boolean
  visit?: (run: Run, index: number, offered: OfferedNow) => void
  pass?: (from: Configuration, event: PlainEvent, passed: Passed) => void
  link?: (from: Configuration, run: Run, event: PlainEvent, passed: Passed, to: number) => void
  watch?: GuardWatch
}

/** One explored configuration. `parent` and `via` lead back to the start by a shortest way; the start has neither. */
export type Configuration = {
  readonly index: number
  readonly parent: number | null
  readonly via: PlainEvent | null
  readonly states: readonly string[]
  readonly ending: 'success' | 'other' | null
  /** Ids of the tasks done so far. */
  readonly tasksDone: readonly string[]
  /** Ids of the tasks offered so far and not done. */
  readonly tasksOpen: readonly string[]
  /** Indexes of the configurations that one event leads to. Complete once `expanded`. */
  readonly successors: number[]
  expanded: boolean
}

/**
 * An expression that failed in a configuration: when `event` was sent, or, without one, when its screen was rendered.
 */
export type ExploredFailure = { from: number; event: PlainEvent | null; at: string; message: string }

export type Exploration = {
  /** In the order found, which is by distance from the start. */
  configurations: Configuration[]
  /** True when every configuration that can be reached with these inputs was found and expanded. */
  complete: boolean
  entered: ReadonlySet<string>
  taken: ReadonlySet<string>
  failures: ExploredFailure[]
  /** The inputs of each form, by the path of the form. */
  inputs: ReadonlyMap<string, ReadonlyMap<string, PlainEvent>>
}

/**
 * Breadth-first search over everything that can happen from `start` with the demo's inputs. Time does not pass: every
 * event has the time of the start's last one.
 */
export function explore(start: Run, options: ExploreOptions): Exploration {
  const search = new Search(start, options)
  search.run()
  return search
}

class Search implements Exploration {
  readonly configurations: Configuration[] = []
  readonly entered = new Set<string>()
  readonly taken = new Set<string>()
  readonly failures: ExploredFailure[] = []
  readonly inputs = new Map<string, Map<string, PlainEvent>>()
  complete = false
  private readonly keys = new ConfigurationKeys()
  private readonly offered = new OfferedOnScreens(this.keys)
  private readonly known = new Map<string, number>()
  /** Runs that are yet to be expanded; each is released after that. */
  private readonly waiting = new Map<number, Run>()
  private readonly takable: (states: readonly string[]) => ReadonlySet<string>
  private ended = false

  constructor(
    start: Run,
    private readonly options: ExploreOptions,
  ) {
    this.takable = takableEvents(start.compiled)
    this.add(start, this.keys.keyOf(start), null, null)
  }

  run(): void {
    for (const [index, run] of this.waiting) {
      if (this.ended || this.options.clock() >= this.options.deadline) return
      this.waiting.delete(index)
      if (!this.expand(index, run)) return
    }
    this.complete = !this.ended
  }

  /** Expands one configuration; false when the budget or the search ended on the way. */
  private expand(index: number, run: Run): boolean {
    const from = this.configurations[index]
    if (!from) return false
    const offered = this.offered.now(run)
    this.options.visit?.(run, index, offered)
    if (from.ending === null) {
      const takable = this.takable(run.states)
      for (const event of offered.events) {
        if (takable.has(event.type) && !this.follow(from, run, event, offered)) return false
      }
    }
    from.expanded = true
    return true
  }

  private follow(from: Configuration, run: Run, event: OfferedEvent, { senders }: OfferedNow): boolean {
    const plain: PlainEvent = event.data ? { type: event.type, data: event.data } : { type: event.type }
    this.noteInput(event, plain)
    const result = stepBy(senders.get(event.type) ?? [], run, plain, this.options.watch)
    if (!result.ok) return this.noteRefusal(from, plain, result)
    result.entered.forEach((state) => this.entered.add(state))
    result.taken.forEach((transition) => this.taken.add(transition))
    this.options.pass?.(from, plain, result)
    const key = this.keys.keyOf(result.run)
    const known = this.known.get(key)
    if (known === undefined && this.configurations.length >= this.options.maxConfigurations) return false
    const next = known ?? this.add(result.run, key, from.index, plain)
    this.options.link?.(from, run, plain, result, next)
    if (!from.successors.includes(next)) from.successors.push(next)
    return !this.ended
  }

  private noteRefusal(from: Configuration, event: PlainEvent, refusal: StepResult & { ok: false }): boolean {
    if (refusal.code === 'failed') {
      this.failures.push({ from: from.index, event, at: refusal.at, message: refusal.message })
    }
    return true
  }

  private noteInput(event: OfferedEvent, plain: PlainEvent): void {
    if (event.control.payload.kind !== 'form') return
    const inputs = this.inputs.get(event.control.id) ?? new Map<string, PlainEvent>()
    inputs.set(JSON.stringify(plain.data ?? {}), plain)
    this.inputs.set(event.control.id, inputs)
  }

  private add(run: Run, key: string, parent: number | null, via: PlainEvent | null): number {
    const index = this.configurations.length
    const ending = run.status === 'done' ? (run.outcome ?? 'other') : null
    const [tasksDone, tasksOpen] = [doneTasks(run), openTasks(run)]
    this.configurations.push({
      ...{ index, parent, via, ending, tasksDone, tasksOpen },
      ...{ states: run.states, successors: [], expanded: false },
    })
    this.known.set(key, index)
    this.waiting.set(index, run)
    if (this.options.until?.(run)) this.ended = true
    return index
  }
}

/** The events that lead from the start to a configuration: a shortest way. */
export function eventsTo(exploration: Exploration, index: number): PlainEvent[] {
  const events: PlainEvent[] = []
  let current = exploration.configurations[index]
  while (current?.via) {
    events.unshift(current.via)
    current = current.parent === null ? undefined : exploration.configurations[current.parent]
  }
  return events
}

/**
 * Indexes of the configurations from which one of `goals` can be reached over allowed configurations, the goals
 * included.
 */
export function leadingTo(
  exploration: Exploration,
  goals: Iterable<number>,
  isAllowed: (index: number) => boolean = () => true,
): Set<number> {
  const predecessors = new Map<number, number[]>()
  for (const { index, successors } of exploration.configurations) {
    for (const next of successors) {
      const list = predecessors.get(next)
      if (list) list.push(index)
      else predecessors.set(next, [index])
    }
  }
  const leading = new Set(goals)
  for (const index of leading) {
    for (const before of predecessors.get(index) ?? []) if (isAllowed(before)) leading.add(before)
  }
  return leading
}
