import { useId } from 'react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'

type HelpButtonProps = Omit<ComponentProps<typeof Button>, 'children' | 'ref'> & {
  label: string
  /** What it takes from the score, in points: 0 or less. */
  points: number
}

/** A button for a kind of help, which says what the help costs. */
export function HelpButton({ label, points, ...button }: HelpButtonProps) {
  const { t } = useTranslation('player')
  const id = useId()
  return (
    <Button aria-describedby={points === 0 ? undefined : id} {...button}>
      <span>{label}</span>
      {points === 0 ? null : (
        <span id={id} aria-hidden="true" className="text-xs font-normal tabular-nums">
          {t('hint.cost', { count: points })}
        </span>
      )}
    </Button>
  )
}
