/** The next row of the edit distance table: from the first `i` letters of `a` to every prefix of `b`. */
function nextRow(a: string, b: string, i: number, row: number[], before: number[]): number[] {
  const next = [i]
  for (let j = 1; j <= b.length; j++) {
    const cost = a[i - 1] === b[j - 1] ? 0 : 1
    const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
    const ways = [(row[j] ?? i) + 1, (next[j - 1] ?? j) + 1, (row[j - 1] ?? j) + cost]
    if (swapped && i > 1 && j > 1) ways.push((before[j - 2] ?? j) + 1)
    next.push(Math.min(...ways))
  }
  return next
}

/** The edit distance of two names: letters inserted, deleted, replaced or swapped. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = nextRow(a, b, i, row, before)
    before = row
    row = next
  }
  return row.at(-1) ?? 0
}

/** The known name that was probably meant; null when none is close. */
export function nearest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    const far = distance(name.toLowerCase(), candidate.toLowerCase())
    if (far >= least) continue
    best = candidate
    least = far
  }
  return best
}

/** The end of a message: the closest name, else the known names. */
export function wouldBeRight(name: string, known: Iterable<string>): string {
  const names = [...known]
  const near = nearest(name, names)
  if (near !== null) return `did you mean ${near}?`
  if (names.length === 0) return 'there are none'
  const shown = names.slice(0, 12).join(', ')
  return names.length > 12 ? `known are ${shown}, …` : `known are ${shown}`
}
