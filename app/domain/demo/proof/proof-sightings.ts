import type { CompiledDemo } from '../engine/compile'
import type { Control } from '../screen/control'
import { doneTasks } from '../engine/done-tasks'
import type { Configuration, ExploredFailure, Passed } from './explore'
import { firstLocale } from '../format/first-locale'
import type { GuardWatch } from '../engine/machine'
import type { PlainEvent } from '../engine/offered-events'
import type { OfferedNow } from './offered-on-screens'
import { makeReader } from '../screen/reader'
import { isWithin, leavesWithin, regionsOf, type Region } from '../engine/regions'
import type { Run } from '../engine/run'
import { takableEvents } from './takable-events'
import { lookFailures, viewScreen } from '../screen/view'

/** The answers of a guard so far. */
export type GuardAnswers = { held: boolean; failed: boolean }

/** A control that was shown where no transition takes what it sends, with the leaf states at that time. */
export type IdleControl = { control: Control; states: Set<string> }

/** What a proof records of each configuration during exploration, beyond what exploration itself needs. */
export class ProofSightings {
  /** By transition. A guard that was never evaluated is absent. */
  readonly guards = new Map<string, GuardAnswers>()
  /** The first failure of each expression on a screen. */
  readonly failures = new Map<string, ExploredFailure>()
  /** Events that controls offered while a state was active, by state; parents too. */
  readonly offered = new Map<string, Set<string>>()
  /** By control. */
  readonly idle = new Map<string, IdleControl>()
  /** Indexes of configurations, endings aside, with no control at all. */
  readonly bare = new Set<number>()
  /** Tasks done before whose condition does not hold any more, by configuration; absent where there are none. */
  readonly undone = new Map<number, readonly string[]>()
  /** Indexes of configurations in which one event changes the state of a region, by region. */
  readonly regionMoves = new Map<string, Set<number>>()
  private readonly regions: readonly Region[]
  private readonly sources: ReadonlyMap<string, string>
  private readonly takable: (states: readonly string[]) => ReadonlySet<string>
  private readonly drawn = new Set<string>()
  private readonly looked = new Set<string>()
  private readonly holding = new Map<string, ReadonlySet<string>>()

  constructor(private readonly compiled: CompiledDemo) {
    this.takable = takableEvents(compiled)
    this.regions = regionsOf(compiled)
    this.sources = new Map(compiled.transitions.map(({ id, source }) => [id, source]))
  }

  readonly pass = (from: Configuration, _event: PlainEvent, { run: to, taken }: Passed): void => {
    for (const region of this.regions) {
      if (!this.movesOn(region, from.states, to.states, taken)) continue
      const moves = this.regionMoves.get(region.id) ?? new Set<number>()
      this.regionMoves.set(region.id, moves.add(from.index))
    }
  }

  /** Whether transitions of a region's own change its state, inside it or by completing its parallel state. */
  private movesOn({ id }: Region, from: readonly string[], to: readonly string[], taken: readonly string[]) {
    const before = leavesWithin(this.compiled, from, id)
    if (before.length === 0 || before.join() === leavesWithin(this.compiled, to, id).join()) return false
    return taken.some((one) => isWithin(this.compiled, this.sources.get(one) ?? '', id))
  }

  readonly watch: GuardWatch = (transition, held) => {
    const known = this.guards.get(transition)
    if (known) known[held ? 'held' : 'failed'] = true
    else this.guards.set(transition, { held, failed: !held })
  }

  readonly visit = (run: Run, index: number, offered: OfferedNow): void => {
    this.noteFailures(run, index, offered)
    this.noteUndone(run, index, offered)
    if (run.status === 'done') return
    if (offered.controls.length === 0) this.bare.add(index)
    this.noteControls(run, offered)
  }

  /** Renders the screen, and those that can be looked at from it, once for each screen, role and world. */
  private noteFailures(run: Run, from: number, { screen }: OfferedNow): void {
    if (this.drawn.has(screen)) return
    this.drawn.add(screen)
    const locale = firstLocale(this.compiled.demo)
    for (const failure of [...viewScreen(run, locale).failures, ...lookFailures(run, locale)]) {
      if (!this.failures.has(failure.at)) this.failures.set(failure.at, { from, event: null, ...failure })
    }
  }

  private noteUndone(run: Run, index: number, { screen }: OfferedNow): void {
    const done = doneTasks(run)
    if (done.length === 0) return
    const holding = this.holding.get(screen) ?? tasksHolding(run)
    this.holding.set(screen, holding)
    const undone = done.filter((id) => !holding.has(id))
    if (undone.length > 0) this.undone.set(index, undone)
  }

  private noteControls(run: Run, { controls, senders, screen }: OfferedNow): void {
    const key = `${run.states.join(',')}|${screen}`
    if (this.looked.has(key)) return
    this.looked.add(key)
    this.noteOffered(run, senders.keys())
    const takable = this.takable(run.states)
    for (const control of controls) {
      if (takable.has(control.send)) continue
      const idle = this.idle.get(control.id) ?? { control, states: new Set<string>() }
      const showing = run.states.filter((id) => this.compiled.states.get(id)?.screen === control.screen)
      for (const id of showing.length > 0 ? showing : run.states) idle.states.add(id)
      this.idle.set(control.id, idle)
    }
  }

  private noteOffered({ states, compiled }: Run, events: Iterable<string>): void {
    const sent = [...events]
    for (const leaf of states) {
      for (let id: string | null = leaf; id !== null; id = compiled.states.get(id)?.parent ?? null) {
        const known = this.offered.get(id) ?? new Set<string>()
        sent.forEach((event) => known.add(event))
        this.offered.set(id, known)
      }
    }
  }
}

/** Tasks whose condition holds now, whether or not they were done before. */
function tasksHolding(run: Run): Set<string> {
  const reader = makeReader(run)
  const holding = Object.entries(run.compiled.demo.tasks).filter(([id, task]) =>
    reader.test(task.done, `tasks.${id}.done`),
  )
  return new Set(holding.map(([id]) => id))
}
