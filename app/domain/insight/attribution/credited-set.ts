import { GOALS, type Goal } from '../conversion-terms'
import { formatPath, parsePath, type ChannelPath } from './channel-place'
import { ATTRIBUTION_MODELS, type AttributionModel } from './models'

/** The trials of conversions of the period of which something is credited to a channel, a source or a campaign. */
export interface CreditedSet {
  credited: {
    model: AttributionModel
    goal?: Goal | undefined
    /** Empty for all channels. */
    path: ChannelPath
    /** Only of conversions with a value in one of these. */
    currencies?: readonly string[] | undefined
  }
}

const FORM = /^([a-z-]+)\.([a-z-]+)\.(all|[A-Z]{3}(?:-[A-Z]{3}){0,30}):(.*)$/s
const ANY = 'any'
const ALL = 'all'
const AND = '-'

/** As it stands in URLs, after its family: `linear.any.EUR-USD:email/newsletter`. */
export function formatCreditedSet({ credited: { model, goal, path, currencies } }: CreditedSet): string {
  return `${model}.${goal ?? ANY}.${currencies?.join(AND) ?? ALL}:${formatPath(path)}`
}

/** Reads what `formatCreditedSet` wrote; null for anything else. */
export function parseCreditedSet(text: string): CreditedSet | null {
  const [, modelText, goalText, codes = ALL, pathText = ''] = FORM.exec(text) ?? []
  const model = ATTRIBUTION_MODELS.find((one) => one === modelText)
  const goal = GOALS.find((one) => one === goalText)
  const path = pathText === '' ? [] : parsePath(pathText)
  if (!model || (!goal && goalText !== ANY) || path === null) return null
  return { credited: { model, goal, path, ...(codes !== ALL && { currencies: codes.split(AND) }) } }
}
