import { ArrowLeft, Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'

/** Says that the prospect looks around, and leads back to the work. */
export function LookBar({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('player')
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-accent-soft px-4 py-2 text-sm">
      <Eye className="size-4 shrink-0 text-accent" aria-hidden="true" />
      <p className="min-w-0 flex-1">{t('look.text')}</p>
      <Button size="small" icon={<ArrowLeft className="size-3.5" aria-hidden="true" />} onClick={onLeave}>
        {t('look.back')}
      </Button>
    </div>
  )
}
