import type { ChannelLevel } from './channel-level'

/** Where a visit came from, as finely as boards tell it: a source of a channel, a campaign of that. */
export interface ChannelPlace {
  channel: string
  /** Null where none was named, or where it may not be kept. */
  source: string | null
  campaign: string | null
}

/** Something that is known of a place. */
export type Placed<Known> = Known & { place: ChannelPlace }

/** The part of a place that names a row: a channel, or also a source of it, or also a campaign of that. */
export type ChannelPath = readonly (string | null)[]

/** The whole path of a place. */
export const pathOfPlace = ({ channel, source, campaign }: ChannelPlace): ChannelPath => [
  channel,
  source,
  campaign,
]

/** The names of a path by their levels; a path that ends earlier has fewer. */
export function levelsOf([channel, ...names]: ChannelPath): Partial<Record<ChannelLevel, string | null>> {
  const [source, campaign] = names
  return { channel, ...(names.length > 0 && { source }), ...(names.length > 1 && { campaign }) }
}

const MARK = '/'

/** A path as one text, which no name of a source can imitate. */
export const formatPath = (path: ChannelPath): string =>
  path.map((name) => (name === null ? '' : encodeURIComponent(name))).join(MARK)

/** Reads what `formatPath` wrote; null for anything else. */
export function parsePath(text: string): ChannelPath | null {
  const parts = text.split(MARK)
  if (parts[0] === '' || parts.length > 3) return null
  try {
    return parts.map((part) => (part === '' ? null : decodeURIComponent(part)))
  } catch {
    return null
  }
}
