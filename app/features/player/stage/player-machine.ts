import { assign, enqueueActions, fromPromise, setup } from 'xstate'
import type { CompiledDemo } from '~/domain/demo/engine/compile'
import type { EventData } from '~/domain/demo/screen/controls'
import { replay } from '~/domain/demo/engine/replay'
import type { RefusalCode, Run, RunStart } from '~/domain/demo/engine/run'
import { step } from '~/domain/demo/engine/run'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { EXAMPLE_EVENT, HINT_EVENT, UNDO_EVENT } from '~/domain/demo/engine/help-events'
import type { PlainEvent } from '~/domain/demo/engine/offered-events'
import type { CarryStop } from '~/domain/demo/compare/carry-inputs'
import type { JumpGoal, JumpSteps } from '../chapters/jump'
import type { Ways } from '~/domain/demo/engine/way/ways'

/** One step for the trace. `at` is milliseconds since the trial began. */
export interface TakenStep {
  type: string
  data?: EventData
  at: number
  /** The page took it for the prospect. */
  by?: 'shown'
}

/** The next step on the shortest way to success. */
export interface HintedStep {
  type: string
  data: EventData | null
}

/** Why the last press was refused; the run is unchanged. */
export interface StepRefusal {
  /** The control that was pressed: `ActionView.id`. */
  control: string
  code: RefusalCode
  message: string
  field: string | null
}

/** All side effects of the player machine, passed in so that the machine itself has none. */
export interface PlayerPorts {
  /** Milliseconds since the trial began. */
  now: () => number
  /** Sends every accepted step to the server. Absent in a preview. */
  report: (taken: TakenStep) => void
  findHint: (run: Run) => Promise<HintedStep | null>
  /** The steps of a jump; null when nothing leads to its goal. */
  findJump: (run: Run, goal: JumpGoal) => Promise<JumpSteps | null>
  /** The server's trace, read after it refused what this page sent. */
  reload: () => Promise<TraceEvent[]>
}

export interface PlayerInput {
  compiled: CompiledDemo
  start: RunStart
  ways: Ways | null
  /** The server's trace. */
  events: readonly TraceEvent[]
  /** True when an earlier page may have left steps unsent: wait for `RESTORED` before playing. */
  awaitsRestore: boolean
  ports: PlayerPorts
}

interface PlayerContext extends PlayerInput {
  run: Run
  refusal: StepRefusal | null
  hint: HintedStep | null
  /** True after a hint was requested and none exists here. */
  hintless: boolean
  handoff: { from: string; to: string } | null
  /** The last jump, until the next step: how many steps it showed; null when its goal could not be reached. */
  jump: { goal: JumpGoal; shown: number | null; stopped: CarryStop | null } | null
  /** True when the page was reset to the server's trace; cleared by the next step. */
  recovered: boolean
}

export type PlayerEvent =
  /** The unsent steps of an earlier page, in order. */
  | { type: 'RESTORED'; events: readonly TraceEvent[] }
  /** The prospect pressed a control. */
  | { type: 'ACT'; control: string; send: string; data?: EventData }
  | { type: 'SHOW_ME' }
  /** The prospect filled in the example of a form. */
  | { type: 'FILL_EXAMPLE'; form: string }
  | { type: 'DISMISS_HINT' }
  /** Takes back the last step. */
  | { type: 'UNDO' }
  /** Shows the steps to a chapter or a state. */
  | { type: 'JUMP'; goal: JumpGoal }
  | { type: 'CONTINUE' }
  /** The server refused what this page sent. */
  | { type: 'SERVER_REFUSED' }
  | { type: 'RETRY' }
  /** Goes from the last screen to the result. */
  | { type: 'SHOW_RESULT' }

const FIELD = /^data\.([A-Za-z_][A-Za-z0-9_]*)$/

function begin(input: PlayerInput, events: readonly TraceEvent[]): Run {
  return replay(input.compiled, { ...input.start, ways: input.ways }, events).run
}

/**
 * Applies the steps of an earlier page to the run. Stops at the first that the engine refuses, as the server does.
 */
function catchUp(run: Run, events: readonly TraceEvent[]): Run {
  let now = run
  for (const event of events) {
    const result = step(now, event)
    if (!result.ok) break
    now = result.run
  }
  return now
}

/** The state of one player: playing, handing over, out of step with the server, or ended. */
export const playerMachine = setup({
  types: {
    context: {} as PlayerContext,
    input: {} as PlayerInput,
    events: {} as PlayerEvent,
  },
  actors: {
    findHint: fromPromise<HintedStep | null, { run: Run; find: PlayerPorts['findHint'] }>(({ input }) =>
      input.find(input.run),
    ),
    findJump: fromPromise<
      JumpSteps | null,
      { run: Run; goal: JumpGoal | null; find: PlayerPorts['findJump'] }
    >(({ input: { run, goal, find } }) => (goal ? find(run, goal) : Promise.resolve(null))),
    reload: fromPromise<TraceEvent[], { reload: PlayerPorts['reload'] }>(({ input }) => input.reload()),
  },
  guards: {
    ended: ({ context }) => context.run.status === 'done',
    handedOver: ({ context }) => context.handoff !== null,
    opens: ({ context }) => !context.awaitsRestore,
    opensEnded: ({ context }) => !context.awaitsRestore && context.run.status === 'done',
  },
  actions: {
    /** Takes the step in this page and sends it; when refused, keeps the run and says why. */
    act: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'ACT') return
      const taken: TakenStep = { type: event.send, at: at(context), ...(event.data && { data: event.data }) }
      const result = step(context.run, taken)
      if (!result.ok) {
        const field = FIELD.exec(result.at)?.[1] ?? null
        enqueue.assign({
          refusal: { control: event.control, code: result.code, message: result.message, field },
        })
        return
      }
      const changed = result.run.status === 'active' && result.run.role !== context.run.role
      enqueue.assign({
        run: result.run,
        refusal: null,
        hint: null,
        hintless: false,
        recovered: false,
        jump: null,
        handoff: changed ? { from: context.run.role, to: result.run.role } : null,
      })
      enqueue(() => context.ports.report(taken))
    }),
    undo: enqueueActions(({ context, enqueue }) => {
      const taken: TakenStep = { type: UNDO_EVENT, at: at(context) }
      const result = step(context.run, taken)
      if (!result.ok) return
      enqueue.assign({ ...FRESH, run: result.run })
      enqueue(() => context.ports.report(taken))
    }),
    /** Takes the steps of a jump in this page and sends them, as far as they are taken. */
    show: enqueueActions(({ context, enqueue }, found: JumpSteps | null) => {
      const { jump } = context
      const { run, taken } = showSteps(context.run, found?.events ?? [], at(context))
      const result = { shown: found && taken.length, stopped: found?.stopped ?? null }
      enqueue.assign({ ...FRESH, run, jump: jump && { ...jump, ...result } })
      enqueue(() => taken.forEach((one) => context.ports.report(one)))
    }),
    /** Counts the help in the run as the server does, and sends it. */
    countHelp: enqueueActions(({ context, event, enqueue }) => {
      const help =
        event.type === 'FILL_EXAMPLE'
          ? { type: EXAMPLE_EVENT, data: { form: event.form } }
          : { type: HINT_EVENT }
      const taken: TakenStep = { ...help, at: at(context) }
      const result = step(context.run, taken)
      if (!result.ok) return
      enqueue.assign({ run: result.run })
      enqueue(() => context.ports.report(taken))
    }),
  },
}).createMachine({
  id: 'player',
  context: ({ input }) => ({
    ...input,
    run: begin(input, input.events),
    refusal: null,
    hint: null,
    hintless: false,
    handoff: null,
    jump: null,
    recovered: false,
  }),
  initial: 'booting',
  on: { SERVER_REFUSED: '.problem' },
  states: {
    /**
     * The server's state is already drawn; controls stay disabled until the steps of an earlier page are applied.
     */
    booting: {
      always: [
        { guard: 'opensEnded', target: 'ended.result' },
        { guard: 'opens', target: 'playing' },
      ],
      on: {
        RESTORED: {
          actions: assign({
            run: ({ context, event }) => catchUp(context.run, event.events),
            awaitsRestore: false,
          }),
        },
      },
    },
    /** Goes on after a step: to the end, to another role, or to the next screen. */
    landing: {
      always: [
        { guard: 'ended', target: 'ended' },
        { guard: 'handedOver', target: 'handoff' },
        { target: 'playing' },
      ],
    },
    playing: {
      on: {
        ACT: { target: 'landing', actions: 'act' },
        FILL_EXAMPLE: { actions: 'countHelp' },
        UNDO: { target: 'landing', actions: 'undo' },
        JUMP: {
          target: 'jumping',
          actions: assign({ jump: ({ event }) => ({ goal: event.goal, shown: 0, stopped: null }) }),
        },
      },
      initial: 'free',
      states: {
        free: { on: { SHOW_ME: 'seeking' } },
        seeking: {
          invoke: {
            src: 'findHint',
            input: ({ context }) => ({ run: context.run, find: context.ports.findHint }),
            onDone: [
              {
                guard: ({ event }) => event.output !== null,
                target: 'shown',
                actions: ['countHelp', assign({ hint: ({ event }) => event.output, refusal: null })],
              },
              { target: 'free', actions: assign({ hintless: true }) },
            ],
            onError: { target: 'free', actions: assign({ hintless: true }) },
          },
        },
        shown: { on: { DISMISS_HINT: { target: 'free', actions: assign({ hint: null }) } } },
      },
    },
    /** Finds and takes the steps of a jump. */
    jumping: {
      invoke: {
        src: 'findJump',
        input: ({ context }) => ({
          ...{ run: context.run, goal: context.jump?.goal ?? null, find: context.ports.findJump },
        }),
        onDone: { target: 'landing', actions: { type: 'show', params: ({ event }) => event.output } },
        onError: { target: 'landing', actions: { type: 'show', params: null } },
      },
    },
    /** Shows the new role before the next screen. */
    handoff: { on: { CONTINUE: { target: 'playing', actions: assign({ handoff: null }) } } },
    /** The server disagrees with this page: its trace decides. */
    problem: {
      initial: 'reloading',
      states: {
        reloading: {
          invoke: {
            src: 'reload',
            input: ({ context }) => ({ reload: context.ports.reload }),
            onDone: {
              target: '#player.landing',
              actions: assign({
                run: ({ context, event }) => begin(context, event.output),
                refusal: null,
                hint: null,
                handoff: null,
                jump: null,
                recovered: true,
              }),
            },
            onError: 'failed',
          },
        },
        failed: { on: { RETRY: 'reloading' } },
      },
    },
    /** The last screen stays until the prospect continues; a trial that is opened again starts with its result. */
    ended: {
      initial: 'arrived',
      states: { arrived: { on: { SHOW_RESULT: 'result' } }, result: {} },
    },
  },
})

/** What a step leaves of the one before. */
const FRESH = { refusal: null, hint: null, hintless: false, recovered: false, handoff: null, jump: null }

/** Takes steps for the prospect, up to the first that is refused or would end the run. */
function showSteps(from: Run, events: readonly PlainEvent[], at: number): { run: Run; taken: TakenStep[] } {
  const taken: TakenStep[] = []
  let run = from
  for (const event of events) {
    const shown: TakenStep = { ...event, at, by: 'shown' }
    const result = step(run, shown)
    if (!result.ok || result.run.status === 'done') break
    run = result.run
    taken.push(shown)
  }
  return { run, taken }
}

/** Trial time is never before the last step, even if the clocks of two pages differ. */
function at(context: PlayerContext): number {
  return Math.max(context.ports.now(), context.run.lastAt)
}
