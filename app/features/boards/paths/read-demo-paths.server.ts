import { readSetCount } from '#db/columns/boards/count-sets'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { readFlowTally } from '#db/columns/boards/paths/flow-tally'
import { readPathTally } from '#db/columns/boards/paths/path-tally'
import { readWayTally } from '#db/columns/boards/paths/way-tally'
import type { IgnoredParameter } from '~/domain/ignored-parameter'
import { pathFigures } from '~/domain/insight/path-figures'
import { foldFlow } from '~/domain/insight/path-flow/sankey'
import { stateWays, stepWays, type StateWays } from '~/domain/insight/way-figures'
import { ignoredParametersOf, querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { idealShares } from '../demo/ideal-paths.server'
import type { DemoNames } from '../figures/board-views'
import { askedDemo } from '../filter/asked-demo.server'
import { readNames } from '../filter/demo-names.server'
import { nameDemo } from '../filter/demo-of.server'
import { openView } from '../filter/open-view.server'
import { demoPathsSchema, flowTerms, type PathsQuery } from './paths-query'
import type { PathsBoard } from './paths-view'
import { layOutSankey } from './sankey-layout'

const PATHS_SHOWN = 12
/** The most states that a column names. */
const STATES_NAMED = 6

/**
 * Which ways the trials of a demo went.
 * @throws DomainError `not-found` for a demo that never was published
 */
export const readDemoPaths = verb(
  { permission: 'boards.read', input: querySchema(demoPathsSchema) },
  async ({ ctx, input }): Promise<PathsBoard> => {
    const { slug, revision, query: asked, leftOut } = await askedDemo(ctx, input)
    const view = await openView(ctx, { ...asked, demo: slug })
    const { reader, scope, period } = view
    const compiled = await ctx.trials.compiled(revision.revisionId)
    const [names, demo, ways, choices, started, paths, ideals] = await Promise.all([
      readNames(ctx, revision.demo),
      nameDemo(ctx, slug),
      readWayTally(reader, scope),
      readFilterChoices(reader, scope),
      readSetCount(reader, scope, { name: 'started' }),
      readPathTally(reader, scope, PATHS_SHOWN),
      idealShares(ctx, view, { revisionId: revision.revisionId, compiled }),
    ])
    const states = stateWays(ways)
    const places = placesOf(view.query, { names, states })
    const { query, wrong } = withoutUnknown(view.query, places)
    const flow = flowTerms(query)
    const tally = await readFlowTally(reader, scope, flow)
    return {
      ...{ query, leftOut: [...leftOut, ...wrong], demo, names, period, choices, started, places, ideals },
      drawing: layOutSankey(foldFlow(tally, { ...flow, states: STATES_NAMED })),
      paths: pathFigures(paths, started),
      states,
      steps: stepWays(ways),
    }
  },
)

/** Those of the demo in its order, then those of other revisions that trials entered. */
function placesOf(
  { of }: PathsQuery,
  { names, states }: { names: DemoNames; states: StateWays[] },
): string[] {
  if (of === 'tasks') return Object.keys(names.tasks)
  const entered = new Set(states.map(({ state }) => state))
  const own = Object.keys(names.states).filter((state) => entered.has(state))
  return [...new Set([...own, ...entered])]
}

/** A start or an end that no trial of the demo passes is left out like any other wrong part of an address. */
function withoutUnknown<Query extends PathsQuery>(
  query: Query,
  places: readonly string[],
): { query: Query; wrong: IgnoredParameter[] } {
  const wrong = (['start', 'end'] as const).filter((name) => {
    const place = query[name]
    return place !== undefined && !places.includes(place)
  })
  const kept = { ...query, ...Object.fromEntries(wrong.map((name) => [name, undefined])) }
  return { query: kept, wrong: wrong.map((name) => ignoredParametersOf(name, query[name])) }
}
