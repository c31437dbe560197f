import { Lightbulb } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import type { Pointed } from '../../stage/find-pointed'
import { HelpButton } from './help-button'

interface HintBoxProps {
  /** The control that the hint points at; null when none was asked for. */
  pointed: Pointed | null
  seeking: boolean
  /** True when a hint was requested and none exists here. */
  hintless: boolean
  /** What help costs now, in points: 0 or less. */
  points: number
  onShow: () => void
  onTake: () => void
  onDismiss: () => void
}

/** Asks for the next step, shows it, and takes it on request. The control itself is marked on the screen. */
export function HintBox({ pointed, seeking, hintless, points, onShow, onTake, onDismiss }: HintBoxProps) {
  const { t } = useTranslation('player')
  const take = useRef<HTMLButtonElement>(null)
  const id = pointed?.action.id
  useEffect(() => {
    if (id !== undefined) take.current?.focus()
  }, [id])
  if (pointed === null) {
    return (
      <div className="grid gap-2">
        <HelpButton
          icon={<Lightbulb className="size-4" aria-hidden="true" />}
          busy={seeking}
          onClick={onShow}
          className="w-full"
          label={t('hint.show')}
          points={points}
        />
        <p role="status" className="text-xs text-muted empty:hidden">
          {hintless ? t('hint.none') : null}
        </p>
      </div>
    )
  }
  return (
    <div role="group" aria-label={t('hint.label')} className="grid gap-3 rounded-xl bg-warn-soft p-4">
      <p className="text-sm">{t(`hint.${pointed.way}`, { label: pointed.label, place: pointed.place })}</p>
      <div className="flex flex-wrap gap-2">
        <Button ref={take} tone="primary" size="small" onClick={onTake}>
          {t('hint.take')}
        </Button>
        <Button tone="quiet" size="small" onClick={onDismiss}>
          {t('hint.self')}
        </Button>
      </div>
    </div>
  )
}
