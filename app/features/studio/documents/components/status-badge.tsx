import { useTranslation } from 'react-i18next'
import type { DocumentStatus } from '~/domain/content/kinds'
import { Badge } from '~/ui/badge'
import type { BadgeTone } from '~/ui/badge'

const TONES: Record<DocumentStatus, BadgeTone> = {
  draft: 'neutral',
  'in-review': 'accent',
  published: 'good',
  retired: 'neutral',
}

export function StatusBadge({ status }: { status: DocumentStatus }) {
  const { t } = useTranslation('studio')
  return <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
}
