import { useTranslation } from 'react-i18next'
import type { MeasureImpact } from '~/domain/insight/impact/impact-measures'
import { Badge, type BadgeTone } from '~/ui/badge'

const TONES = { better: 'good', worse: 'bad', 'cannot-tell': 'neutral' } as const satisfies Record<
  string,
  BadgeTone
>

/** The verdict in a word. More active time is neither good nor bad. */
export function VerdictBadge({ impact: { measure, verdict } }: { impact: MeasureImpact }) {
  const { t } = useTranslation('impact')
  const isTime = measure === 'active'
  const words = isTime ? `verdict.active.${verdict.verdict}` : `verdict.${verdict.verdict}`
  return <Badge tone={isTime ? 'neutral' : TONES[verdict.verdict]}>{t(words)}</Badge>
}
