import { useTranslation } from 'react-i18next'
import type { ChannelsBoard } from '../channels-view'

const NOTES = ['order', 'converted', 'shared', 'value', 'cost'] as const

/** What the columns mean, in plain words. */
export function ChannelNotes({ board: { whole, period } }: { board: ChannelsBoard }) {
  const { t } = useTranslation('boards')
  const values = { days: period.conversionDays, currency: whole.value.currency }
  return (
    <section aria-labelledby="channel-notes" className="grid max-w-prose gap-2 text-sm text-muted">
      <h2 id="channel-notes" className="font-medium text-ink">
        {t('channels.notes.title')}
      </h2>
      {NOTES.map((note) => (
        <p key={note}>{t(`channels.notes.${note}`, values)}</p>
      ))}
    </section>
  )
}
