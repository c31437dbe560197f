import { readChannelCounts } from '#db/columns/boards/channels/channel-counts'
import { readChannelCredits } from '#db/columns/boards/channels/channel-credits'
import { readCreditedTrials } from '#db/columns/boards/channels/credited-trials'
import { readCosts } from '#db/columns/boards/channels/costs'
import { readSourceTrials } from '#db/columns/boards/channels/source-trials'
import { formatPath } from '~/domain/insight/attribution/channel-place'
import { orderChannels } from '~/domain/insight/attribution/channel-order'
import { channelTree } from '~/domain/insight/attribution/channel-tree'
import { suspiciousSources, type SourceTrials } from '~/domain/insight/attribution/suspicious-sources'
import { costsApply, paidInRange } from '~/domain/insight/costs/paid-in-range'
import { proportion } from '~/domain/insight/proportion'
import type { Context } from '~/platform/context/context'
import { workspaceRates } from '~/platform/context/workspace-settings'
import { openView, type OpenedView } from '../filter/open-view.server'
import type { ChannelQuery } from './channel-query'
import type { ChannelFindings } from './channels-view'

/** The channels of a query at one watermark, for the page and its files. */
export async function openChannels(
  ctx: Context,
  asked: ChannelQuery,
): Promise<{ view: OpenedView<ChannelQuery>; found: ChannelFindings }> {
  const view = await openView(ctx, asked)
  const { query, reader, scope, range } = view
  const terms = { model: query.model, goal: query.goal }
  const [counts, credits, behind, entered, sources, rates] = await Promise.all([
    readChannelCounts(reader, scope),
    readChannelCredits(reader, scope, terms),
    readCreditedTrials(reader, scope, terms),
    readCosts(reader, scope, range),
    readSourceTrials(reader, scope),
    workspaceRates(ctx),
  ])
  const apply = costsApply(scope.filter)
  const paid = apply ? paidInRange(entered.costs, range, scope.filter) : []
  const { whole, nodes } = channelTree({ counts, credits, paid, rates })
  const order = { column: query.order, descending: query.direction === 'desc' }
  const costs = apply ? (entered.simulated ? 'simulated' : 'entered') : 'narrowed'
  const suspicious = suspiciousSources(sources)
  const flagged = proportion(sumOf(sources, 'flagged'), sumOf(sources, 'trials'))
  const creditedTrials = Object.fromEntries(behind.map(({ path, trials }) => [formatPath(path), trials]))
  const rows = { whole, nodes: orderChannels(nodes, order), creditedTrials }
  return { view, found: { ...rows, costs, suspicious, flagged } }
}

const sumOf = (sources: readonly SourceTrials[], count: 'flagged' | 'trials'): number =>
  sources.reduce((sum, source) => sum + source[count], 0)
