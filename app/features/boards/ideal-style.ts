/** Dashes of what is ideal on some plans alone, in the order of the legend. */
const DASHES = ['8 3', '2 3', '8 3 2 3', '14 4']

/** One way of drawing what is ideal: on these plans, as a line with these dashes; undefined for an unbroken one. */
export interface IdealStyle {
  plans: string[]
  dashes: string | undefined
}

/** How the ideal paths are drawn: unbroken what all plans share, each other set of plans with dashes of its own. */
export function idealStyles(parts: readonly { ideal: readonly string[] }[]): IdealStyle[] {
  const all = new Set(parts.flatMap(({ ideal }) => ideal))
  const groups = new Map(parts.map(({ ideal }) => [ideal.join(' '), [...ideal]]))
  groups.delete('')
  let next = 0
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map((plans) => ({
      plans,
      dashes: plans.length === all.size ? undefined : DASHES[next++ % DASHES.length],
    }))
}

/** The dashes of one part of the chart. */
export function dashesOf(styles: readonly IdealStyle[], ideal: readonly string[]): string | undefined {
  const name = ideal.join(' ')
  return styles.find(({ plans }) => plans.join(' ') === name)?.dashes
}
