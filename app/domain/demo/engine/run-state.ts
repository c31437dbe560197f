import type { StateValue } from 'xstate'
import type { CompiledDemo } from './compile'
import type { EventData } from '../screen/control'
import type { JsonObject } from '~/domain/json'
import type { MachineSnapshot } from './machine'
import type { Way } from './way/way-state'
import type { Ways } from './way/ways'

/** Why an event was refused. The run stays as it was. */
export type RefusalCode =
  'unknown-event' | 'not-offered' | 'locked' | 'bad-payload' | 'not-taken' | 'ended' | 'failed'

/**
 * An event as it happens: `at` is milliseconds since the start of the run. `by` is `shown` for a shown step, which the
 * client took for the prospect.
 */
export type RunEvent = { type: string; data?: EventData; at: number; by?: 'shown' | undefined }

export type RunStart = {
  plan: string
  /** One of `compiled.startRoles`; the first when absent. */
  role?: string
  seed: string
  /** Milliseconds since the epoch. */
  startedAt: number
}

/**
 * `ways`: the remaining way from every configuration, of this plan and role, as the proof found it. Without it detours
 * are unknown.
 */
export type RunBeginning = RunStart & { ways?: Ways | null }

/**
 * A task that was offered. Both moments are milliseconds since the start. `shown`: only shown steps offered or did it, so
 * no measure counts it.
 */
export type TaskState = { offeredAt: number; doneAt: number | null; shown?: true }

/** What undoing a step restores of the run before it. */
export type KeptRun = Pick<
  Run,
  | 'role'
  | 'world'
  | 'states'
  | 'lastState'
  | 'lastShown'
  | 'path'
  | 'pathAt'
  | 'tasks'
  | 'hinted'
  | 'steps'
  | 'ids'
  | 'way'
  | 'machine'
>

/** One execution of a demo at one moment. Immutable: `step` returns a new one. */
export type Run = {
  readonly compiled: CompiledDemo
  readonly plan: string
  readonly startRole: string
  /** The role that acts now. */
  readonly role: string
  readonly seed: string
  readonly startedAt: number
  readonly world: JsonObject
  /** Ids of the active leaf states, in document order. */
  readonly states: readonly string[]
  readonly status: 'active' | 'done'
  readonly outcome?: 'success' | 'other'
  /** The leaf state that was entered last, also by a shown step. */
  readonly lastState: string
  /** Whether the last step was a shown one. */
  readonly lastShown: boolean
  /** Leaf states that the start and the prospect's own steps entered, self-repeats collapsed. */
  readonly path: readonly string[]
  /** Moment at which each state of the path was entered, in milliseconds since the start; 0 for the first ones. */
  readonly pathAt: readonly number[]
  /** The tasks offered so far, in the demo's order. */
  readonly tasks: Readonly<Record<string, TaskState>>
  /** Steps before which help was asked for. */
  readonly hints: number
  /** Whether help was asked for since the last step. */
  readonly hinted: boolean
  /** Actions of the prospect that the machine took, without undone ones. Asking for help is not one. */
  readonly steps: number
  /** Shown steps taken so far, those before an undone step included. */
  readonly shown: number
  /** Steps undone so far. */
  readonly undone: number
  /** The runs before the last steps, the latest last: what can be undone. */
  readonly kept: readonly KeptRun[]
  /** Events accepted so far, those that are no steps included. */
  readonly events: number
  /** `at` of the last accepted event, in milliseconds. */
  readonly lastAt: number
  /** How many ids `newId()` has made. */
  readonly ids: number
  /** Its place on the way graph of its proof; null without one. */
  readonly way: Way | null
  /** The machine's snapshot; for the engine alone. */
  readonly machine: MachineSnapshot
}

export type StepResult =
  | {
      ok: true
      run: Run
      /** Ids of every state entered by this event, including parents and states left again at once. */
      entered: string[]
      /** Ids of the transitions taken, as in `compiled.transitions`. */
      taken: string[]
    }
  | {
      ok: false
      code: RefusalCode
      message: string
      /** The place of the error: a path in the document, or `data.<field>` for a payload. */
      at: string
    }

export type RunSnapshot = {
  plan: string
  startRole: string
  role: string
  seed: string
  startedAt: number
  world: JsonObject
  /** The machine's own state value. */
  value: StateValue
  status: 'active' | 'done'
  outcome?: 'success' | 'other'
  lastState: string
  lastShown: boolean
  path: string[]
  pathAt: number[]
  tasks: Record<string, TaskState>
  hints: number
  hinted: boolean
  steps: number
  shown: number
  undone: number
  events: number
  lastAt: number
  /** How many ids `newId()` has made. */
  ids: number
}
