import { useTranslation } from 'react-i18next'
import type { Verdict } from '~/domain/insight/verdict'
import type { SplitJudgement } from '~/domain/insight/split/judge-split'
import type { BadgeTone } from '~/ui/badge'
import { Notice } from '~/ui/notice'
import type { BoardFormat } from '../../figures/board-format'
import type { SplitBoard } from '../read-split.server'

/** What the split says so far, in one sentence with its numbers. A broken division comes before any difference. */
export function SplitVerdict({ board, format }: { board: SplitBoard; format: BoardFormat }) {
  const { t } = useTranslation('splits')
  const { judgement } = board
  if (judgement.ratio.verdict === 'mismatch') {
    return (
      <Notice tone="bad" title={t('verdict.mismatch')}>
        {t('verdict.mismatchText', ratioWords(judgement, format))}
      </Notice>
    )
  }
  const key = verdictKey(judgement, board.split.state === 'running')
  return (
    <Notice tone={TONE[key]} title={t(`verdict.${key}`)}>
      <span className="grid gap-1 tabular-nums">
        <span>{differenceText(judgement.verdict, t, format)}</span>
        <span>
          {t('verdict.progress', {
            count: judgement.followedEach,
            have: format.number(judgement.followedEach),
            planned: format.number(judgement.plannedEach),
          })}
        </span>
      </span>
    </Notice>
  )
}

type VerdictKey = 'better' | 'worse' | 'tooFew' | 'noDifference' | 'early' | 'waiting'

const TONE: Record<VerdictKey, BadgeTone> = {
  better: 'good',
  worse: 'bad',
  tooFew: 'neutral',
  noDifference: 'neutral',
  early: 'warn',
  waiting: 'neutral',
}

/** Before the planned number is reached a clear difference is only named as early: it may be chance. */
function verdictKey({ verdict, isComplete }: SplitJudgement, isRunning: boolean): VerdictKey {
  if (verdict.verdict !== 'cannot-tell') return isComplete ? verdict.verdict : 'early'
  if (verdict.why === 'too-few') return 'tooFew'
  return isComplete || !isRunning ? 'noDifference' : 'waiting'
}

function differenceText(
  { difference }: Verdict,
  t: (key: string, values?: Record<string, unknown>) => string,
  format: BoardFormat,
): string {
  if (difference.value === null) return t('verdict.noRate')
  return t('verdict.difference', {
    points: format.points(difference.value),
    low: format.points(difference.low),
    high: format.points(difference.high),
  })
}

function ratioWords({ ratio }: SplitJudgement, format: BoardFormat) {
  const of = (key: string) => ratio.sides.find((side) => side.key === key)
  const words = (key: string) => ({
    [key]: format.number(of(key)?.observed ?? 0),
    [`${key}Expected`]: format.number(Math.round(of(key)?.expected ?? 0)),
  })
  return { ...words('control'), ...words('variant') }
}
