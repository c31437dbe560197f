import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import type { BadgeTone } from '~/ui/badge'
import type { MAIL_STATES } from '../mail-states'

const TONES: Record<(typeof MAIL_STATES)[number], BadgeTone> = {
  waiting: 'neutral',
  sent: 'good',
  failed: 'bad',
}

/** The state of a message. */
export function MailStateBadge({ state }: { state: (typeof MAIL_STATES)[number] }) {
  const { t } = useTranslation('team')
  return <Badge tone={TONES[state]}>{t(`outbox.state.${state}`)}</Badge>
}
