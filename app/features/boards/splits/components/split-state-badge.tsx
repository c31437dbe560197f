import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import type { BadgeTone } from '~/ui/badge'
import type { SplitState } from '../split-views'

const TONE: Record<SplitState, BadgeTone> = { running: 'good', overtaken: 'warn', stopped: 'neutral' }

export function SplitStateBadge({ state }: { state: SplitState }) {
  const { t } = useTranslation('splits')
  return <Badge tone={TONE[state]}>{t(`state.${state}`)}</Badge>
}
