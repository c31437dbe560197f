import { useTranslation } from 'react-i18next'
import type { BlockPage, GalleryCell } from '../gallery-views'
import type { SentEvent } from './block-cell'
import { BlockCell } from './block-cell'

interface GalleryCellListProps {
  page: BlockPage
  cells: GalleryCell[]
  onSent: (event: Omit<SentEvent, 'count'>) => void
}

const nameOf = ({ state, locale, theme, width }: GalleryCell) => `${state} ${locale} ${theme} ${width}`

/** Several drawings of the block side by side, each with a caption. */
export function GalleryCellList({ page, cells, onSent }: GalleryCellListProps) {
  const { t } = useTranslation('gallery')
  const labelOf = ({ state, theme, width, locale }: GalleryCell) =>
    [
      ...(state === 'filled' ? [] : [t(`state.${state}`)]),
      t(`theme.${theme}`),
      t(`width.${width}`),
      t(`locale.${locale}`),
    ].join(' · ')
  return (
    <>
      {cells.map((cell) => (
        <figure
          key={nameOf(cell)}
          className={cell.width === 'phone' ? 'grid shrink-0 gap-2' : 'grid min-w-0 gap-2'}
        >
          <figcaption className="text-xs text-muted">{labelOf(cell)}</figcaption>
          <BlockCell page={page} cell={cell} label={labelOf(cell)} onSent={onSent} />
        </figure>
      ))}
    </>
  )
}
