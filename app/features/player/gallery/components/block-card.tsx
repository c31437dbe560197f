import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import type { GalleryCard as Card } from '../gallery-views'
import { BlockSurface } from './block-surface'

/** React 18 does not know the attribute as a boolean. */
const INERT = { inert: '' }

/** A kind of block with a small live drawing of it. */
export function BlockCard({ card }: { card: Card }) {
  const { t } = useTranslation('gallery')
  return (
    <li className="group relative grid content-start gap-3">
      <div
        aria-hidden="true"
        {...INERT}
        className="product h-44 overflow-hidden rounded-xl bg-canvas p-3 text-ink ring-1 ring-line select-none group-hover:ring-line-strong"
      >
        <div className="w-[166%] origin-top-left scale-60">
          <BlockSurface view={card.view} />
        </div>
      </div>
      <div className="grid gap-0.5">
        <h2 className="text-title">
          <Link to={paths.block(card.kind)} className="after:absolute after:inset-0 group-hover:text-accent">
            {t(`kind.${card.kind}.name`)}
          </Link>
        </h2>
        <p className="text-sm text-muted">{t(`kind.${card.kind}.lead`)}</p>
      </div>
    </li>
  )
}
