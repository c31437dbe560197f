import { CircleHelp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Popover } from '~/ui/popover'

/** Help on one field or action. As part of the guide it has Foyer's own style, not the product's. */
export function Tip({ text, about }: { text: string | null; about: string }) {
  const { t } = useTranslation('player')
  if (text === null || text === '') return null
  return (
    <Popover
      trigger={
        <button
          type="button"
          aria-label={t('tip', { about })}
          className="relative z-10 inline-grid size-6 shrink-0 place-items-center rounded-full text-faint hover:bg-sunken hover:text-ink pointer-coarse:size-11"
        >
          <CircleHelp className="size-3.5" aria-hidden="true" />
        </button>
      }
    >
      <p>{text}</p>
    </Popover>
  )
}
