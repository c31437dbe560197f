import { diffArrays } from 'diff'

/** One line of a comparison: in both texts, only in the older, or only in the newer. Line numbers count from 1. */
export type DiffLine =
  | { kind: 'same'; text: string; before: number; after: number }
  | { kind: 'removed'; text: string; before: number }
  | { kind: 'added'; text: string; after: number }

/** A stretch of changed lines with a few unchanged ones around it. */
export type DiffHunk = { before: number; after: number; lines: DiffLine[] }

/** Beyond this many changes the search for the shortest script stops and the rest counts as replaced. */
const MAX_EDITS = 1_000

/** The lines of `before` and `after` in reading order: the shortest script, found by Myers' algorithm. */
export function diffLines(before: string, after: string, maxEdits = MAX_EDITS): DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  const start = commonLength(a, b, (lines, index) => lines[index])
  const [restA, restB] = [a.slice(start), b.slice(start)]
  const end = commonLength(restA, restB, (lines, index) => lines.at(-1 - index))
  const middle = shortestScript(
    restA.slice(0, restA.length - end),
    restB.slice(0, restB.length - end),
    Math.min(maxEdits, MAX_EDITS),
  )
  return numberLines([...repeat('same', start), ...middle, ...repeat('same', end)], a, b)
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

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}

type LineAt = (lines: string[], index: number) => string | undefined

/** How many lines are the same from one end. The search is spared them, and they stay the same when it stops. */
function commonLength(a: string[], b: string[], lineAt: LineAt): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && lineAt(a, length) === lineAt(b, length)) length += 1
  return length
}

function shortestScript(a: string[], b: string[], maxEditLength: number): Kind[] {
  const changes = diffArrays(a, b, { maxEditLength })
  if (!changes) return [...repeat('removed', a.length), ...repeat('added', b.length)]
  return changes.flatMap(({ added, removed, count }) =>
    repeat(added ? 'added' : removed ? 'removed' : 'same', count),
  )
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
  return Array.from({ length: times }, () => kind)
}
