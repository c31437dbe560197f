import { compareWays, type RemainingWay } from '../engine/way/remaining-way'
import type { WayGraph } from '../engine/way/way-graph'
import type { Link, WayRecorder } from './way-recorder'

/** A place while it is refined: its class, and a configuration that represents it. */
type Places = { of: number[]; first: number[] }

/**
 * The way graph of a complete exploration. Configurations become one place when they agree in their remaining way and
 * in where each event leads, for example when they differ only in texts that nothing depends on.
 */
export function buildWayGraph(
  ways: readonly RemainingWay[],
  { links, moves }: Pick<WayRecorder, 'links' | 'moves'>,
): WayGraph {
  const sorted = ways.map((_, index) => byMove(links[index] ?? [], ways))
  const places = distinguish(ways, sorted)
  const graph: WayGraph = { left: [], moves, next: [], otherwise: {}, inputs: [] }
  const inputs = new Map<string, number>()
  places.first.forEach((index, place) => {
    const way = ways[index] ?? null
    graph.left.push(way?.open ?? -1, way?.steps ?? -1)
    graph.next.push((sorted[index] ?? []).flatMap(([first]) => [first.move, places.of[first.to] ?? 0]))
    const others = othersAt(sorted[index] ?? [], places.of, inputs)
    if (others.length > 0) graph.otherwise[place] = others
  })
  graph.inputs = [...inputs.keys()]
  return graph
}

/** The links of one configuration by move; of each move the one with the shortest way first. */
function byMove(links: readonly Link[], ways: readonly RemainingWay[]): [Link, ...Link[]][] {
  const groups = new Map<number, [Link, ...Link[]]>()
  for (const link of links) {
    const group = groups.get(link.move)
    if (!group) groups.set(link.move, [link])
    else if (compareWays(ways[link.to] ?? null, ways[group[0].to] ?? null) < 0) group.unshift(link)
    else group.push(link)
  }
  return [...groups.values()].sort(([a], [b]) => a.move - b.move)
}

/** Refines the partition until the configurations of one place lead to the same places. */
function distinguish(ways: readonly RemainingWay[], sorted: readonly [Link, ...Link[]][][]): Places {
  let places = number(ways, (way) => (way ? `${way.open},${way.steps}` : ''))
  for (;;) {
    const { of, first } = places
    const finer = number(ways, (_, index) => `${of[index]}|${leadsTo(sorted[index] ?? [], of)}`)
    if (finer.first.length === first.length) return finer
    places = finer
  }
}

/** Where each move leads, and with which data it leads elsewhere. */
function leadsTo(groups: readonly [Link, ...Link[]][], of: readonly number[]): string {
  let text = ''
  for (const [first, ...rest] of groups) {
    const to = of[first.to]
    text += `${first.move}>${to};`
    const others = rest.filter((link) => of[link.to] !== to)
    if (others.length > 0)
      text += others
        .map((link) => `${link.input}>${of[link.to]}`)
        .sort()
        .join()
  }
  return text
}

function othersAt(
  groups: readonly [Link, ...Link[]][],
  of: readonly number[],
  inputs: Map<string, number>,
): number[] {
  return groups.flatMap(([first, ...rest]) =>
    rest
      .filter((link) => of[link.to] !== of[first.to])
      .flatMap((link) => {
        const input = inputs.get(link.input) ?? inputs.size
        inputs.set(link.input, input)
        return [link.move, input, of[link.to] ?? 0]
      }),
  )
}

/** Numbers configurations by a key, in the order of first appearance. */
function number(ways: readonly RemainingWay[], keyOf: (way: RemainingWay, index: number) => string): Places {
  const known = new Map<string, number>()
  const first: number[] = []
  const of = ways.map((way, index) => {
    const key = keyOf(way, index)
    let place = known.get(key)
    if (place === undefined) {
      place = first.length
      known.set(key, place)
      first.push(index)
    }
    return place
  })
  return { of, first }
}
