import { z } from 'zod'
import { CHANNEL_COLUMNS, type ChannelColumn } from '~/domain/insight/attribution/channel-order'
import { formatPath, levelsOf, parsePath, type ChannelPath } from '~/domain/insight/attribution/channel-place'
import { ATTRIBUTION_MODELS } from '~/domain/insight/attribution/models'
import type { PlainSet } from '~/domain/insight/trial-set'
import { paths } from '~/paths'
import { trialsHref } from '../filter/board-links'
import { boardParams, boardQuerySchema, defaulted, optional, type BoardQuery } from '../filter/board-query'

/** What the table says of a channel: what came of it, or what it cost. */
export const CHANNEL_TABLES = ['results', 'money'] as const
export type ChannelTableKind = (typeof CHANNEL_TABLES)[number]

const MARK = '|'

/** The filter of all boards, how conversions are shared, the order of the rows, and those that are open. */
export const channelQuerySchema = boardQuerySchema.extend({
  model: defaulted(z.enum(ATTRIBUTION_MODELS).default('last-non-direct')),
  show: defaulted(z.enum(CHANNEL_TABLES).default('results')),
  order: defaulted(z.enum(CHANNEL_COLUMNS).default('completion')),
  direction: defaulted(z.enum(['asc', 'desc']).default('desc')),
  open: optional(
    z
      .string()
      .max(4000)
      .refine((text) => text.split(MARK).every((path) => parsePath(path) !== null)),
  ),
})
export type ChannelQuery = z.infer<typeof channelQuerySchema>

type Params = Record<string, string | undefined>

/** What the channels board adds to the parameters of every board, without defaults. */
export const attributionParams = ({ model, show, order, direction, open }: ChannelQuery): Params => ({
  model: model === 'last-non-direct' ? undefined : model,
  show: show === 'results' ? undefined : show,
  order: order === 'completion' ? undefined : order,
  direction: direction === 'desc' ? undefined : direction,
  open,
})

/** The query as URL parameters, without defaults. */
export const channelParams = (query: ChannelQuery): Params => ({
  ...boardParams(query),
  ...attributionParams(query),
})

/** The same board sorted by a column: descending, or reversed if already sorted by it. */
export function channelOrderHref(query: ChannelQuery, order: ChannelColumn): string {
  const turned = query.order === order && query.direction === 'desc'
  return paths.channelsBoard(channelParams({ ...query, order, direction: turned ? 'asc' : 'desc' }))
}

const openPaths = ({ open }: ChannelQuery): string[] => open?.split(MARK) ?? []

export const isOpen = (query: ChannelQuery, path: ChannelPath): boolean =>
  openPaths(query).includes(formatPath(path))

/** The same board with a row opened, or closed again. */
export function toggleHref(query: ChannelQuery, path: ChannelPath): string {
  const [all, own] = [openPaths(query), formatPath(path)]
  const open = all.includes(own) ? all.filter((one) => one !== own) : [...all, own]
  return paths.channelsBoard(channelParams({ ...query, open: open.join(MARK) || undefined }))
}

/** The filter narrowed to a row. */
function queryOfRow(query: ChannelQuery, path: ChannelPath): BoardQuery {
  const { channel, ...levels } = levelsOf(path)
  const lacking = new Set(query.without?.split(','))
  const named: Pick<BoardQuery, 'source' | 'campaign'> = {}
  for (const level of ['source', 'campaign'] as const) {
    if (levels[level] === null) lacking.add(level)
    else if (levels[level] !== undefined) named[level] = levels[level]
  }
  const without = [...lacking].join(',') || undefined
  return { ...query, channel: channel ?? undefined, ...named, without }
}

/** The list of exactly those trials of a row that are in the set. */
export const channelRowHref = (query: ChannelQuery, path: ChannelPath, set: PlainSet): string =>
  trialsHref(queryOfRow(query, path), { name: set })

/** The list of the trials of conversions that are credited to a row, or to all, with a value in some currency. */
export function creditedHref(query: ChannelQuery, path: ChannelPath, currencies?: readonly string[]): string {
  const { model, goal } = query
  return trialsHref(query, { credited: { model, goal, path, ...(currencies && { currencies }) } })
}

/** The list of the trials of a row that are of a sign-up farm. */
export const farmHref = (query: ChannelQuery, path: ChannelPath, farm: string): string =>
  trialsHref(queryOfRow(query, path), { family: 'farm', key: farm })
