import { assign, enqueueActions, fromPromise, setup } from 'xstate'
import type { CompiledDemo } from '~/domain/demo/engine/compile'
import type { EventData } from '~/domain/demo/screen/controls'
import { replay } from '~/domain/demo/engine/replay'
import type { RefusalCode, Run, RunStart } from '~/domain/demo/engine/run'
import { step } from '~/domain/demo/engine/run'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { EXAMPLE_EVENT, HINT_EVENT } from '~/domain/demo/engine/help-events'
import type { Ways } from '~/domain/demo/engine/way/ways'

/** One step as it was taken, for the trace. `at` is milliseconds since the trial began. */
export interface TakenStep {
  type: string
  data?: EventData
  at: number
}

/** The next step on the shortest way to success. */
export interface HintedStep {
  type: string
  data: EventData | null
}

/** Why the last press did nothing; the run stays as it was. */
export interface StepRefusal {
  /** The control that was pressed: `ActionView.id`. */
  control: string
  code: RefusalCode
  message: string
  field: string | null
}

/** The world around one player, so that the machine itself has no effects but these. */
export interface PlayerPorts {
  /** Milliseconds since the trial began. */
  now: () => number
  /** Takes every accepted step towards the server. Absent in a preview. */
  report: (taken: TakenStep) => void
  findHint: (run: Run) => Promise<HintedStep | null>
  /** The trace as the server has it, after it refused what this page sent. */
  reload: () => Promise<TraceEvent[]>
}

export interface PlayerInput {
  compiled: CompiledDemo
  start: RunStart
  ways: Ways | null
  /** The trace as the server has it. */
  events: readonly TraceEvent[]
  /** True when an earlier page may have left steps unsent: wait for `RESTORED` before playing. */
  awaitsRestore: boolean
  ports: PlayerPorts
}

interface PlayerContext extends PlayerInput {
  run: Run
  refusal: StepRefusal | null
  hint: HintedStep | null
  /** True after asking for a hint that does not exist from here. */
  hintless: boolean
  handoff: { from: string; to: string } | null
  /** Set when the page went back to what the server has; cleared by the next step. */
  recovered: boolean
}

export type PlayerEvent =
  /** What the earlier page left unsent, in order. */
  | { type: 'RESTORED'; events: readonly TraceEvent[] }
  /** The prospect pressed a control. */
  | { type: 'ACT'; control: string; send: string; data?: EventData }
  | { type: 'SHOW_ME' }
  /** The prospect had the example of a form filled in. */
  | { type: 'FILL_EXAMPLE'; form: string }
  | { type: 'DISMISS_HINT' }
  | { type: 'CONTINUE' }
  /** The server and this page no longer agree. */
  | { type: 'SERVER_REFUSED' }
  | { type: 'RETRY' }
  /** From the last screen to how it went. */
  | { type: 'SHOW_RESULT' }

const FIELD = /^data\.([A-Za-z_][A-Za-z0-9_]*)$/

function begin(input: PlayerInput, events: readonly TraceEvent[]): Run {
  return replay(input.compiled, { ...input.start, ways: input.ways }, events).run
}

/** Applies steps that an earlier page took to the run. The first that no longer fits ends it, as on the server. */
function catchUp(run: Run, events: readonly TraceEvent[]): Run {
  let now = run
  for (const event of events) {
    const result = step(now, event)
    if (!result.ok) break
    now = result.run
  }
  return now
}

/** One prospect, one trial, one page: playing, handed over, at odds with the server, or ended. */
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
    reload: fromPromise<TraceEvent[], { reload: PlayerPorts['reload'] }>(({ input }) => input.reload()),
  },
  guards: {
    ended: ({ context }) => context.run.status === 'done',
    handedOver: ({ context }) => context.handoff !== null,
    opens: ({ context }) => !context.awaitsRestore,
    opensEnded: ({ context }) => !context.awaitsRestore && context.run.status === 'done',
  },
  actions: {
    /** Takes the step at once in this page and passes it on; or keeps the run and says why not. */
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
        handoff: changed ? { from: context.run.role, to: result.run.role } : null,
      })
      enqueue(() => context.ports.report(taken))
    }),
    /** Counts the help in the run as the server will, and passes it on. */
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
    recovered: false,
  }),
  initial: 'booting',
  on: { SERVER_REFUSED: '.problem' },
  states: {
    /** What the server has is already drawn; nothing can be pressed before an earlier page's steps are known. */
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
    /** Where a step leads: to the end, to another person, or on. */
    landing: {
      always: [
        { guard: 'ended', target: 'ended' },
        { guard: 'handedOver', target: 'handoff' },
        { target: 'playing' },
      ],
    },
    playing: {
      on: { ACT: { target: 'landing', actions: 'act' }, FILL_EXAMPLE: { actions: 'countHelp' } },
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
    /** Another person takes over: a moment to see who one is now. */
    handoff: { on: { CONTINUE: { target: 'playing', actions: assign({ handoff: null }) } } },
    /** The server took another way than this page: what it has is the truth. */
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
                recovered: true,
              }),
            },
            onError: 'failed',
          },
        },
        failed: { on: { RETRY: 'reloading' } },
      },
    },
    /** The last screen stays until the prospect has seen it; a trial that is opened again begins with its result. */
    ended: {
      initial: 'arrived',
      states: { arrived: { on: { SHOW_RESULT: 'result' } }, result: {} },
    },
  },
})

/** Trial time never goes back behind the last step, whatever the clocks of two pages said. */
function at(context: PlayerContext): number {
  return Math.max(context.ports.now(), context.run.lastAt)
}
