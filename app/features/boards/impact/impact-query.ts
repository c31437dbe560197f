import { z } from 'zod'
import type { ImpactSide } from '~/domain/insight/impact/impact-windows'
import type { PlainSet } from '~/domain/insight/trial-set'
import { paths } from '~/paths'
import { trialsHref } from '../filter/board-links'
import { boardParams, boardQuerySchema, defaulted, optional } from '../filter/board-query'

/** The most days on each side of a publish. */
export const DAY_CHOICES = ['7', '14', '28'] as const
const DAYS = '28'

/** The parameters of the revisions of a demo: the filter, which publish is shown, and how many days around it at most. */
export const impactSchema = boardQuerySchema.extend({
  slug: z.coerce.string(),
  publish: optional(z.coerce.number().int().min(1).max(1_000_000)),
  days: defaulted(z.enum(DAY_CHOICES).default(DAYS)),
})

export type ImpactQuery = Omit<z.infer<typeof impactSchema>, 'slug'>

/** The parameters besides the filter, without defaults. */
export function impactParams({ publish, days }: ImpactQuery): Record<string, string | undefined> {
  return { publish: publish?.toString(), days: days === DAYS ? undefined : days }
}

/** The same page with other choices. */
export function impactHref(slug: string, query: ImpactQuery, changes: Partial<ImpactQuery> = {}): string {
  const changed = { ...query, ...changes }
  return paths.demoRevisions(slug, { ...impactParams(changed), ...boardParams(changed) })
}

/** The list of exactly the trials of one side that are in the set. */
export function sideHref(slug: string, query: ImpactQuery, side: ImpactSide, plain: PlainSet): string {
  const begun = { from: side.from.getTime(), until: side.until.getTime() }
  const own = { ...query, range: 'all' as const, from: undefined, to: undefined, revision: side.revision }
  return trialsHref(own, { plain, among: { begun } }, slug)
}
