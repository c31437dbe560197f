import type { TFunction } from 'i18next'
import { instantOf } from '~/domain/day'
import type { AlertDirection, AlertMeasure } from '~/domain/insight/alerts/alert-measures'
import { isShareMeasure } from '~/domain/insight/alerts/alert-measures'
import type { RangeVerdict } from '~/domain/insight/usual-range'
import { firstOfWeek } from '~/domain/insight/alerts/account-activity'
import { paths } from '~/paths'

/** What an alert is about. */
export interface AlertFacts {
  measure: AlertMeasure
  direction: AlertDirection
  demo: string
  channel: string
  /** Id of an account; empty for an alert of none. */
  account: string
  verdict: RangeVerdict
  watermark: number
}

interface Words {
  t: TFunction
  locale: string
  /** The title of the demo; its slug where it has none. */
  demoTitle: string
  channelName: string
  accountName: string
}

/** “Trials of Order to cash: fewer than usual”. */
export function alertTitle({ measure, direction, ...about }: AlertFacts, words: Words): string {
  const { t, demoTitle, channelName, accountName } = words
  const of = t(`alerts:of.${scopeOf(about)}`, {
    demo: demoTitle,
    channel: channelName,
    account: accountName,
  })
  return t(`alerts:title.${direction}`, { measure: t(`alerts:measure.${measure}`), of })
}

function scopeOf({ demo, channel, account }: Pick<AlertFacts, 'demo' | 'channel' | 'account'>) {
  if (account) return 'account'
  if (demo && channel) return 'both'
  return demo ? 'demo' : channel ? 'channel' : 'all'
}

/** The numbers that explain it: the day, its figure, the usual range and what that rests on. */
export function explainVerdict(
  { measure }: Pick<AlertFacts, 'measure'>,
  verdict: RangeVerdict,
  { t, locale }: Pick<Words, 't' | 'locale'>,
): string {
  const { day, value, usual, baseline } = verdict
  const number = new Intl.NumberFormat(
    locale,
    isShareMeasure(measure) ? { style: 'percent', maximumFractionDigits: 1 } : { maximumFractionDigits: 0 },
  )
  const say = (one: number | null | undefined) =>
    one === null || one === undefined ? '–' : number.format(one)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
  return t(measure === 'account-trials' ? 'alerts:explainedWeek' : 'alerts:explained', {
    day: date.format(instantOf(`${day}T00:00:00Z`)),
    value: say(value),
    low: say(usual?.low),
    high: say(usual?.high),
    median: say(usual?.median),
    count: baseline.length,
  })
}

/** The board of that day and those trials, at the watermark of the verdict; of an account, its page of those seven days. */
export function alertHref({ demo, channel, account, verdict, watermark }: AlertFacts): string {
  const days = { from: account ? firstOfWeek(verdict.day) : verdict.day, to: verdict.day }
  const query = { ...days, channel: channel || undefined, simulated: 'out', asOf: String(watermark) }
  if (account) return paths.accountBoard(account, query)
  return demo ? paths.demoBoard(demo, query) : paths.boards(query)
}
