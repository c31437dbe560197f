import type { TFunction } from 'i18next'
import { instantOf } from '~/domain/day'
import type { AlertDirection, AlertMeasure } from '~/domain/insight/alerts/alert-measures'
import { MEASURE_PARTS } from '~/domain/insight/alerts/alert-measures'
import type { RangeVerdict } from '~/domain/insight/usual-range'
import { paths } from '~/paths'

/** What an alert is about. */
export interface AlertFacts {
  measure: AlertMeasure
  direction: AlertDirection
  demo: string
  channel: string
  verdict: RangeVerdict
  watermark: number
}

interface Words {
  t: TFunction
  locale: string
  /** The title of the demo; its slug where it has none. */
  demoTitle: string
  channelName: string
}

/** “Trials of Order to cash: fewer than usual”. */
export function alertTitle({ measure, direction, demo, channel }: AlertFacts, words: Words): string {
  const { t, demoTitle, channelName } = words
  const scope = demo && channel ? 'both' : demo ? 'demo' : channel ? 'channel' : 'all'
  const of = t(`alerts:of.${scope}`, { demo: demoTitle, channel: channelName })
  return t(`alerts:title.${direction}`, { measure: t(`alerts:measure.${measure}`), of })
}

/** The numbers that explain it: the day, its figure, the usual range and what that rests on. */
export function explainVerdict(
  { measure }: Pick<AlertFacts, 'measure'>,
  verdict: RangeVerdict,
  { t, locale }: Pick<Words, 't' | 'locale'>,
): string {
  const { day, value, usual, baseline } = verdict
  const isRate = MEASURE_PARTS[measure].denominator !== null
  const number = new Intl.NumberFormat(
    locale,
    isRate ? { style: 'percent', maximumFractionDigits: 1 } : { maximumFractionDigits: 0 },
  )
  const say = (one: number | null | undefined) =>
    one === null || one === undefined ? '–' : number.format(one)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
  return t('alerts:explained', {
    day: date.format(instantOf(`${day}T00:00:00Z`)),
    value: say(value),
    low: say(usual?.low),
    high: say(usual?.high),
    median: say(usual?.median),
    count: baseline.length,
  })
}

/** The board of that day and those trials, at the watermark of the verdict. */
export function alertHref({ demo, channel, verdict, watermark }: AlertFacts): string {
  const query = {
    ...{ from: verdict.day, to: verdict.day, channel: channel || undefined, simulated: 'out' },
    asOf: String(watermark),
  }
  return demo ? paths.demoBoard(demo, query) : paths.boards(query)
}
