import type { ReplayMoment } from './replay-moments'

/** What pairing looks at in a replay. */
export type PairedMoment = Pick<ReplayMoment, 'at' | 'entered'>

/** A place in two replays side by side: the moment that each of them shows. */
export interface PairedStop {
  a: number
  b: number
  /** Which of them moved to come here. */
  moved: 'both' | 'a' | 'b'
  /** The state that was reached; null where they are paired by time. */
  state: string | null
}

interface Entry {
  state: string
  moment: number
}

/**
 * Stops by the states that were reached: the longest sequence that both have is walked together, and what only one of
 * them entered is walked by that one while the other waits.
 */
export function pairByState(a: readonly PairedMoment[], b: readonly PairedMoment[]): PairedStop[] {
  const [ours, theirs] = [entriesOf(a), entriesOf(b)]
  const common = commonLengths(ours, theirs)
  const stops: PairedStop[] = []
  let [i, j] = [0, 0]
  const add = (moved: PairedStop['moved'], state: string) => {
    stops.push({ a: ours[i - 1]?.moment ?? 0, b: theirs[j - 1]?.moment ?? 0, moved, state })
  }
  while (i < ours.length || j < theirs.length) {
    const [own, other] = [ours[i], theirs[j]]
    if (own && other && own.state === other.state) {
      ;[i, j] = [i + 1, j + 1]
      add('both', own.state)
    } else if (own && (!other || lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))) {
      i += 1
      add('a', own.state)
    } else if (other) {
      j += 1
      add('b', other.state)
    }
  }
  return stops
}

/** Stops by trial time: every moment of either, each beside the last one of the other until then. */
export function pairByTime(a: readonly PairedMoment[], b: readonly PairedMoment[]): PairedStop[] {
  const times = [...new Set([...a, ...b].map(({ at }) => at))].sort((one, other) => one - other)
  return times.map((time) => {
    const [inA, inB] = [a.some(({ at }) => at === time), b.some(({ at }) => at === time)]
    return {
      ...{ a: lastUntil(a, time), b: lastUntil(b, time), state: null },
      moved: inA && inB ? ('both' as const) : inA ? ('a' as const) : ('b' as const),
    }
  })
}

/** Where two replays part: the last state that both reached before one of them moved alone; null when they never do. */
export function partingOf(stops: readonly PairedStop[]): { after: string | null; stop: number } | null {
  const stop = stops.findIndex(({ moved }) => moved !== 'both')
  return stop < 0 ? null : { after: stops[stop - 1]?.state ?? null, stop }
}

/** How long a trial stood at each state, in ms, in the order of first entry. The last one lasts until the last moment. */
export function timeByState(moments: readonly PairedMoment[]): Map<string, number> {
  const entries = entriesOf(moments)
  const end = moments.at(-1)?.at ?? 0
  const times = new Map<string, number>()
  entries.forEach(({ state, moment }, index) => {
    const from = moments[moment]?.at ?? 0
    const until = moments[entries[index + 1]?.moment ?? -1]?.at ?? end
    times.set(state, (times.get(state) ?? 0) + until - from)
  })
  return times
}

const entriesOf = (moments: readonly PairedMoment[]): Entry[] =>
  moments.flatMap(({ entered }, moment) => entered.map((state) => ({ state, moment })))

const lastUntil = (moments: readonly PairedMoment[], time: number): number =>
  Math.max(0, moments.filter(({ at }) => at <= time).length - 1)

/** How long the longest common sequence is from each pair of places on. */
function commonLengths(a: readonly Entry[], b: readonly Entry[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i]
      if (!row) continue
      row[j] =
        a[i]?.state === b[j]?.state
          ? lengthAt(lengths, i + 1, j + 1) + 1
          : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1))
    }
  }
  return lengths
}

const lengthAt = (lengths: readonly number[][], i: number, j: number): number => lengths[i]?.[j] ?? 0
