/** One line of a comparison: in both texts, only in the older, or only in the newer. Line numbers count from 1. */
export type DiffLine =
  | { kind: 'same'; text: string; before: number; after: number }
  | { kind: 'removed'; text: string; before: number }
  | { kind: 'added'; text: string; after: number }

/** A stretch of changed lines with a few unchanged ones around it. */
export type DiffHunk = { before: number; after: number; lines: DiffLine[] }

/** Beyond this many changes the search for the shortest script stops and the rest counts as replaced. */
const MAX_EDITS = 1_000

/** The lines of `before` and `after` in reading order: the shortest script by Myers' greedy algorithm. */
export function diffLines(before: string, after: string, maxEdits = MAX_EDITS): DiffLine[] {
  const a = before === '' ? [] : before.split('\n')
  const b = after === '' ? [] : after.split('\n')
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const middle = shortestScript(a.slice(start, a.length - end), b.slice(start, b.length - end), maxEdits)
  const kinds = [...repeat('same', start), ...middle, ...repeat('same', end)]
  return numberLines(kinds, a, b)
}

/** The changed stretches of a comparison, each with up to `context` unchanged lines around it. */
export function diffHunks(lines: readonly DiffLine[], context = 3): DiffHunk[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - context), index + context + 1).some((line) => line.kind !== 'same'),
  )
  const hunks: DiffLine[][] = []
  lines.forEach((line, index) => {
    if (!near[index]) return
    if (!near[index - 1]) hunks.push([])
    hunks.at(-1)?.push(line)
  })
  return hunks.map((hunk) => ({
    before: firstNumber(hunk, 'before'),
    after: firstNumber(hunk, 'after'),
    lines: hunk,
  }))
}

/** How many lines were added and removed. */
export function diffCounts(lines: readonly DiffLine[]): { added: number; removed: number } {
  const count = (kind: DiffLine['kind']) => lines.filter((line) => line.kind === kind).length
  return { added: count('added'), removed: count('removed') }
}

type Kind = DiffLine['kind']

function shortestScript(a: string[], b: string[], maxEdits: number): Kind[] {
  const trace: Map<number, number>[] = []
  let reach = new Map<number, number>([[1, 0]])
  for (let edits = 0; edits <= Math.min(a.length + b.length, maxEdits, MAX_EDITS); edits++) {
    trace.push(new Map(reach))
    reach = furthest(reach, edits, a, b)
    if ((reach.get(a.length - b.length) ?? -1) >= a.length) return walkBack(trace, a.length, b.length)
  }
  return [...repeat('removed', a.length), ...repeat('added', b.length)]
}

/** The furthest point on every diagonal after `edits` changes. */
function furthest(reach: Map<number, number>, edits: number, a: string[], b: string[]): Map<number, number> {
  const further = new Map(reach)
  for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
    let x = stepsDown(further, diagonal, edits)
      ? (further.get(diagonal + 1) ?? 0)
      : (further.get(diagonal - 1) ?? 0) + 1
    while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
    further.set(diagonal, x)
  }
  return further
}

function stepsDown(reach: Map<number, number>, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true
  return diagonal !== edits && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1)
}

function walkBack(trace: Map<number, number>[], fromX: number, fromY: number): Kind[] {
  const kinds: Kind[] = []
  let [x, y] = [fromX, fromY]
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const reach = trace[edits] ?? new Map<number, number>()
    const down = stepsDown(reach, x - y, edits)
    const previousX = reach.get(x - y + (down ? 1 : -1)) ?? 0
    const previousY = previousX - (x - y + (down ? 1 : -1))
    const middleX = down ? previousX : previousX + 1
    for (let same = x - middleX; same > 0; same -= 1) kinds.push('same')
    kinds.push(down ? 'added' : 'removed')
    ;[x, y] = [previousX, previousY]
  }
  return [...kinds, ...repeat('same', x)].reverse()
}

function numberLines(kinds: Kind[], a: string[], b: string[]): DiffLine[] {
  let before = 0
  let after = 0
  return kinds.map((kind): DiffLine => {
    if (kind === 'same') return { kind, text: a[before] ?? '', before: ++before, after: ++after }
    if (kind === 'removed') return { kind, text: a[before] ?? '', before: ++before }
    return { kind, text: b[after] ?? '', after: ++after }
  })
}

function firstNumber(lines: DiffLine[], side: 'before' | 'after'): number {
  for (const line of lines) if (side in line) return (line as Record<typeof side, number>)[side]
  return 0
}

function repeat(kind: Kind, times: number): Kind[] {
  return Array.from({ length: Math.max(0, times) }, () => kind)
}
