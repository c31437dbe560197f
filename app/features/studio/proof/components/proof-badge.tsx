import { useTranslation } from 'react-i18next'
import type { ProofStatus } from '~/domain/demo/proof/prove'
import { Badge } from '~/ui/badge'
import type { BadgeTone } from '~/ui/badge'

const TONES: Record<ProofStatus, BadgeTone> = { proven: 'good', failed: 'bad', 'not-proven': 'warn' }

export function ProofBadge({ status }: { status: ProofStatus }) {
  const { t } = useTranslation('studio')
  return <Badge tone={TONES[status]}>{t(`proof.${status}`)}</Badge>
}
