import { useTranslation } from 'react-i18next'
import type { MeasureImpact } from '~/domain/insight/impact/impact-measures'
import type { BoardFormat } from '../../figures/board-format'
import { differenceText } from '../../breakdown/measure-format'
import type { DetailProps } from './impact-props'
import { SideFigure } from './side-figure'
import { VerdictBadge } from './verdict-badge'

/** The main measure on both sides, with the verdict in a sentence. */
export function MainImpact({ board, impact, format }: DetailProps) {
  const { t } = useTranslation('impact')
  const { main, windows } = impact
  return (
    <div className="grid gap-4 rounded-xl bg-sunken p-5">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="font-medium">{t(`measure.${main.measure}`)}</h3>
        <VerdictBadge impact={main} />
      </div>
      <p className="max-w-2xl text-pretty">
        <VerdictWords impact={main} canGrow={windows.canGrow} format={format} />
      </p>
      <dl className="grid grid-cols-2 gap-6 sm:max-w-xl">
        {(['before', 'after'] as const).map((side) => (
          <div key={side} className="grid content-start gap-1">
            <dt className="text-sm text-muted">{t(`side.${side}`, { number: windows[side].revision })}</dt>
            <dd className="text-title">
              <SideFigure board={board} measure={main} side={side} windows={windows} format={format} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** The verdict in a sentence: by how much, or how many more trials it takes. */
function VerdictWords({
  impact: { measure, verdict },
  canGrow,
  format,
}: {
  impact: MeasureImpact
  canGrow: boolean
  format: BoardFormat
}) {
  const { t } = useTranslation('impact')
  const { difference } = verdict
  const text = (value: number) => differenceText(measure, value, format)
  const by =
    difference.value === null
      ? null
      : t('words.by', {
          change: text(difference.value),
          low: text(difference.low),
          high: text(difference.high),
        })
  if (verdict.verdict !== 'cannot-tell') {
    return (
      <>
        <span>{`${t(`words.${verdict.verdict}`)} `}</span>
        <span>{by}</span>
      </>
    )
  }
  return (
    <>
      <span>{`${t(`words.${verdict.why}`)} `}</span>
      {by ? <span>{`${by} `}</span> : null}
      <span>{moreWords()}</span>
    </>
  )

  function moreWords(): string {
    if (verdict.verdict !== 'cannot-tell') return ''
    if (!canGrow) return t('words.noMore')
    if (!verdict.more) return t('words.wait')
    const count = Math.max(verdict.more.now, verdict.more.before)
    return t('words.more', { count, number: format.number(count) })
  }
}
