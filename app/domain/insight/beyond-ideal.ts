/**
 * For each state of a path whether the ideal path does not need it, counted as detours are: of a state that the ideal
 * path has twice, the third is beyond it. Of several ideal paths the one that needs the most of the path is taken.
 */
export function beyondIdeal(path: readonly string[], ideals: readonly (readonly string[])[]): boolean[] {
  const marked = ideals.map((ideal) => beyondOne(path, ideal))
  const counts = marked.map((marks) => marks.filter(Boolean).length)
  const best = counts.indexOf(Math.min(...counts))
  return marked[best] ?? path.map(() => false)
}

function beyondOne(path: readonly string[], ideal: readonly string[]): boolean[] {
  const left = new Map<string, number>()
  for (const state of ideal) left.set(state, (left.get(state) ?? 0) + 1)
  return path.map((state) => {
    const spare = left.get(state) ?? 0
    left.set(state, spare - 1)
    return spare <= 0
  })
}
