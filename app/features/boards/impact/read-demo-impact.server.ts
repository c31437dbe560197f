import { readSetCount } from '#db/columns/boards/count-sets'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { readSideCounts } from '#db/columns/boards/impact/count-sides'
import { findDocument } from '#db/queries/documents'
import { listRevisionSummaries, type RevisionSummary } from '#db/queries/revisions'
import type { IgnoredParameter } from '~/domain/ignored-parameter'
import { rateEstimate } from '~/domain/insight/estimate'
import { MAIN_MEASURE, measureImpact } from '~/domain/insight/impact/impact-measures'
import {
  impactWindows,
  rolledBackTo,
  type ImpactWindows,
  type DatedRevision,
} from '~/domain/insight/impact/impact-windows'
import { ignoredParametersOf, querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { askedDemo } from '../filter/asked-demo.server'
import { readNames } from '../filter/demo-names.server'
import { nameDemo } from '../filter/demo-of.server'
import { isNarrowed } from '../filter/board-query'
import { openView, type OpenedView } from '../filter/open-view.server'
import { impactSchema, type ImpactQuery } from './impact-query'
import type { ImpactBoard, RevisionLine } from './impact-view'
import { readRevisionImpact } from './revision-impact.server'

const LINES = 30

/**
 * What each published revision of a demo changed: the same measures before and after it, over the same length of time.
 * The period and the revision of the filter are left out: each publish has its own.
 * @throws DomainError `not-found` for a demo that never was published
 */
export const readDemoImpact = verb(
  { permission: 'boards.read', input: querySchema(impactSchema) },
  async ({ ctx, input }): Promise<ImpactBoard> => {
    const { slug, revision, query: asked, leftOut } = await askedDemo(ctx, input)
    const document = await findDocument(ctx.db, 'demo', slug)
    const view = await openView(ctx, { ...asked, ...WITHOUT_PERIOD, demo: slug })
    const newest = document ? await listRevisionSummaries(ctx.db, document.id) : []
    const published = [...newest].reverse().map(publishedOf)
    const { shown, wrong } = shownOf(asked, published)
    const lines = await readLines(view, { published, newest: newest.slice(0, LINES) })
    const [names, demo, choices, trials, impact] = await Promise.all([
      readNames(ctx, revision.demo),
      nameDemo(ctx, slug),
      readFilterChoices(view.reader, view.scope),
      readSetCount(view.reader, view.scope, { name: 'started' }),
      readRevisionImpact(ctx, view, {
        windows: impactWindows(published, shown, momentOf(view)),
        documentId: document?.id ?? '',
      }),
    ])
    const { query, period } = view
    const isEmpty = trials === 0 && isNarrowed(query)
    const head = { query, leftOut: [...leftOut, ...wrong], demo, names, period, choices }
    return { ...head, lines, shown, impact, isEmpty }
  },
)

const WITHOUT_PERIOD = { range: 'all', from: undefined, to: undefined, revision: undefined } as const

const publishedOf = ({ number, createdAt, contentHash }: RevisionSummary): DatedRevision => ({
  ...{ number, at: createdAt, contentHash },
})

const momentOf = ({ query, scope }: OpenedView<ImpactQuery>) => ({
  days: Number(query.days),
  now: scope.clock.now,
})

/** The publish that is asked for, else the newest. */
function shownOf(
  { publish }: ImpactQuery,
  published: readonly DatedRevision[],
): { shown: number; wrong: IgnoredParameter[] } {
  const last = published.at(-1)?.number ?? 0
  if (publish === undefined) return { shown: last, wrong: [] }
  if (published.some(({ number }) => number === publish)) return { shown: publish, wrong: [] }
  return { shown: last, wrong: [ignoredParametersOf('publish', publish)] }
}

/** The main measure of each publish, all of them read at once. */
async function readLines(
  view: OpenedView<ImpactQuery>,
  { published, newest }: { published: DatedRevision[]; newest: RevisionSummary[] },
): Promise<RevisionLine[]> {
  const moment = momentOf(view)
  const compared = newest.flatMap(({ number }) => impactWindows(published, number, moment) ?? [])
  const counts = await readSideCounts(
    view.reader,
    view.scope,
    compared.flatMap(({ before, after }) => [before, after]),
  )
  const rate = (place: number) => {
    const { trials, finished } = counts[place] ?? { trials: 0, finished: 0 }
    return { estimate: rateEstimate(finished, trials), numerator: finished, denominator: trials }
  }
  const mainOf = (windows: ImpactWindows | undefined) => {
    if (!windows) return null
    const place = 2 * compared.indexOf(windows)
    return { windows, impact: measureImpact(MAIN_MEASURE, rate(place), rate(place + 1)) }
  }
  return newest.map(({ number, createdAt, note }) => ({
    ...{ number, at: createdAt, note, rolledBackTo: rolledBackTo(published, number) },
    main: mainOf(compared.find(({ after }) => after.revision === number)),
  }))
}
