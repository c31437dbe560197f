import type { Moments, ReplayMoment } from './replay-moments'

/** Moments that a reader of a replay jumps to. */
export const REPLAY_MARKS = [
  'refusal',
  'hint',
  'hesitation',
  'detour',
  'shown',
  'undo',
  'task',
  'feedback',
] as const

export type ReplayMarkKind = (typeof REPLAY_MARKS)[number]

export interface ReplayMark {
  kind: ReplayMarkKind
  /** The moment to show: for a hesitation the one whose screen was looked at for long. */
  step: number
  /** How long, in ms; of a hesitation alone. */
  ms?: number
  /** What was said; of a remark alone. */
  text?: string
}

/** What the prospect said of the trial. */
export interface Said {
  /** When the trial was rated, in trial time; null when it was not. */
  ratedMs: number | null
  /** Remarks, each with the last event before it; 0 at the start. */
  remarks: readonly { seq: number; text: string }[]
}

/** Active time before a step from which on it was hesitation. */
export const HESITATION_MS = 20_000

/** The moments of a trial to jump to, in order. */
export function replayMarks({ moments, refused }: Moments, { ratedMs, remarks }: Said): ReplayMark[] {
  const marks = moments.flatMap((moment, step) => marksOf(moment, step, moments[step - 1]))
  if (ratedMs !== null) marks.push({ kind: 'feedback', step: lastBefore(moments, ratedMs) })
  for (const { seq, text } of remarks) {
    // The start comes before the first event, so the event of a number stands at that place.
    marks.push({ kind: 'feedback', step: Math.min(seq, moments.length - 1), text })
  }
  if (refused) marks.push({ kind: 'refusal', step: moments.length - 1 })
  return marks.sort((a, b) => a.step - b.step || orderOf(a) - orderOf(b))
}

type Marked = Exclude<ReplayMarkKind, 'refusal' | 'hesitation' | 'feedback'>

/** Whether a moment is one of a kind, given the one before it. */
const IS_OF_KIND: Readonly<Record<Marked, (moment: ReplayMoment, before?: ReplayMoment) => boolean>> = {
  hint: ({ kind }) => kind === 'hint' || kind === 'example',
  detour: ({ mark }) => mark === 'detour',
  shown: ({ shown }, before) => shown && !before?.shown,
  undo: ({ kind }) => kind === 'undo',
  // What is done at the start or by a shown step was not done by the prospect, and what was undone does not stand.
  task: ({ kind, shown, undone, tasksDone }) => kind !== 'start' && !shown && !undone && tasksDone.length > 0,
}

function marksOf(moment: ReplayMoment, step: number, before: ReplayMoment | undefined): ReplayMark[] {
  const waited = moment.event?.activeMs ?? 0
  const kinds = (Object.keys(IS_OF_KIND) as Marked[]).filter((kind) => IS_OF_KIND[kind](moment, before))
  const marks = kinds.map((kind): ReplayMark => ({ kind, step }))
  return waited < HESITATION_MS ? marks : [{ kind: 'hesitation', step: step - 1, ms: waited }, ...marks]
}

const orderOf = ({ kind }: ReplayMark): number => REPLAY_MARKS.indexOf(kind)

/** Moments are in the order of time. */
const lastBefore = (moments: readonly ReplayMoment[], at: number): number =>
  Math.max(0, moments.filter((moment) => moment.at <= at).length - 1)

/** The next mark of a kind after a step, or the one before it; null when there is none. */
export function markBeside(
  marks: readonly ReplayMark[],
  { kind, step, back = false }: { kind: ReplayMarkKind; step: number; back?: boolean },
): ReplayMark | null {
  const own = marks.filter((mark) => mark.kind === kind)
  const found = back ? own.filter((mark) => mark.step < step).at(-1) : own.find((mark) => mark.step > step)
  return found ?? null
}
