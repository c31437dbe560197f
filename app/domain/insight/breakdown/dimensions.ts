import { UNKNOWN_CHANNEL } from '../../trial/channels'
import type { MeasuredTrial } from '../measured-trial'

/** What trials can be divided by. A trial has one value of each, or none. */
export const DIMENSIONS = [
  'demo',
  'revision',
  'plan',
  'role',
  'locale',
  'channel',
  'source',
  'campaign',
  'keyword',
  'device',
  'account',
  'visitors',
  'beginning',
  'entry',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Those of which a trial may have no value. */
export const OPTIONAL_DIMENSIONS = ['source', 'campaign', 'keyword', 'account', 'beginning'] as const
export type OptionalDimension = (typeof OPTIONAL_DIMENSIONS)[number]

/** How a trial began: the visitor gave up another one for it, met it in a frame or by a shared link, or came freely. */
export const BEGINNINGS = ['restarted', 'embed', 'shared-link', 'fresh'] as const
type Beginning = (typeof BEGINNINGS)[number]

/** Null for a trial that has none, or where it may not be kept. Only revisions are numbers. */
export type DimensionValue = string | number | null

/** The value of a trial. */
export function valueOn(dimension: Dimension, row: MeasuredTrial): DimensionValue {
  return VALUES[dimension](row)
}

const VALUES: Record<Dimension, (row: MeasuredTrial) => DimensionValue> = {
  demo: (row) => row.demoSlug,
  revision: (row) => row.revisionNumber,
  plan: (row) => row.plan,
  role: (row) => row.role,
  locale: (row) => row.locale,
  channel: (row) => row.channel,
  source: (row) => row.touch?.source ?? null,
  campaign: (row) => row.touch?.campaign ?? null,
  keyword: (row) => row.touch?.term ?? null,
  device: (row) => row.device,
  account: (row) => row.account,
  visitors: (row) => (row.returning > 0 ? 'returning' : 'new'),
  beginning: beginningOf,
  entry: (row) => row.entry,
}

/** A landing that may not be kept does not say. */
function beginningOf({ restartedFrom, touch, channel }: MeasuredTrial): Beginning | null {
  if (restartedFrom !== null) return 'restarted'
  if (touch?.embedHost) return 'embed'
  if (touch?.share) return 'shared-link'
  return channel === UNKNOWN_CHANNEL ? null : 'fresh'
}
