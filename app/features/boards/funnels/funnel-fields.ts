import { MESSAGE_FATES } from '~/domain/content/message'
import { GOALS } from '~/domain/insight/conversion-terms'
import { VIEWED_PAGES } from '~/domain/page-of'
import { REMARK_KINDS } from '~/domain/trial/remark'

/** The properties that a step may be narrowed by. A place is a state or a task with its demo: `demo/state`. */
export const STEP_FIELDS = [
  ...(['demo', 'state', 'task', 'plan', 'goal', 'outcome', 'stars', 'channel', 'device', 'locale'] as const),
  ...(['route', 'message', 'fate', 'kind'] as const),
]
export type StepField = (typeof STEP_FIELDS)[number]

const OF_TRIAL: StepField[] = ['plan', 'channel', 'device', 'locale']

/** What a step may be, with what narrows it. */
const STEP_EVENTS = {
  visit: ['channel'],
  trial: ['demo', ...OF_TRIAL],
  state: ['state', ...OF_TRIAL],
  task: ['task', ...OF_TRIAL],
  finish: ['demo', 'outcome', ...OF_TRIAL],
  rating: ['demo', 'stars', ...OF_TRIAL],
  asked: ['goal'],
  conversion: ['goal'],
  page: ['route'],
  message: ['message', 'fate'],
  remark: ['state', 'kind', ...OF_TRIAL],
} as const satisfies Record<string, StepField[]>

export type StepEvent = keyof typeof STEP_EVENTS
export const EVENT_NAMES = Object.keys(STEP_EVENTS) as StepEvent[]

export const fieldsOf = (event: StepEvent): readonly StepField[] => STEP_EVENTS[event]

/** The values that are the same everywhere. */
export const FIXED_VALUES = {
  goal: GOALS,
  outcome: ['success', 'other'],
  stars: ['1', '2', '3', '4', '5'],
  route: VIEWED_PAGES,
  fate: MESSAGE_FATES,
  kind: REMARK_KINDS,
} satisfies Partial<Record<StepField, readonly string[]>>

/** What a visitor does outside of any trial, so that no trial is counted by it. */
export const WITHOUT_TRIAL: ReadonlySet<StepEvent> = new Set(['visit', 'page', 'message'])

/** What a funnel may be broken down by. */
export const GROUPS = ['channel', 'source', 'campaign', 'demo', 'plan', 'device', 'locale'] as const

export const WINDOWS = {
  '1h': 3_600,
  '1d': 86_400,
  '7d': 604_800,
  '30d': 2_592_000,
  '90d': 7_776_000,
} as const
export const WINDOW_NAMES = Object.keys(WINDOWS) as (keyof typeof WINDOWS)[]

export const MOST_STEPS = 8
export const MOST_EXCLUSIONS = 2
