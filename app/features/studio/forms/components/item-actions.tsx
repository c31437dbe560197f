import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './icon-button'

interface ItemActionsProps {
  /** What the item is called in its list. */
  name: string
  index: number
  count: number
  onMove: (to: number) => void
  onRemove: () => void
}

/** Moves an item of a list one place, or removes it. */
export function ItemActions({ name, index, count, onMove, onRemove }: ItemActionsProps) {
  const { t } = useTranslation('forms')
  return (
    <div className="flex gap-1">
      <IconButton label={t('moveUp', { name })} disabled={index === 0} onPress={() => onMove(index - 1)}>
        <ArrowUp className="size-4" aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('moveDown', { name })}
        disabled={index === count - 1}
        onPress={() => onMove(index + 1)}
      >
        <ArrowDown className="size-4" aria-hidden="true" />
      </IconButton>
      <IconButton label={t('remove', { name })} onPress={onRemove}>
        <Trash2 className="size-4" aria-hidden="true" />
      </IconButton>
    </div>
  )
}
