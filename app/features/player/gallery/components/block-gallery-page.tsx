import { Link, NavLink } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '~/domain/text'
import { LOCALES } from '~/domain/text'
import { paths } from '~/paths'
import { PageHeader } from '~/ui/page-header'
import { ScrollRegion } from '~/ui/scroll-region'
import type { BlockPage, GalleryCell, SampleState } from '../gallery-views'
import type { SentEvent } from './block-cell'
import { CopySource } from './copy-source'
import { GalleryCellList } from './gallery-cell-list'
import { PropertyTable } from './property-table'
import { SentLog } from './sent-log'

/**
 * One kind of block: live in both themes, on a phone, in every language and empty; the events it sends; its
 * source.
 */
export function BlockGalleryPage({ page, locale }: { page: BlockPage; locale: Locale }) {
  const { t } = useTranslation('gallery')
  const [last, setLast] = useState<SentEvent | null>(null)
  const note = (event: Omit<SentEvent, 'count'>) =>
    setLast((before) => ({ ...event, count: (before?.count ?? 0) + 1 }))
  const { kind } = page
  return (
    <div className="grid gap-10">
      <PageHeader
        eyebrow={<Link to={paths.blocks()}>{t('title')}</Link>}
        title={t(`kind.${kind}.name`)}
        lead={t(`kind.${kind}.lead`)}
      />
      <KindLinks page={page} />
      <section aria-labelledby="live" className="grid gap-4">
        <h2 id="live" className="text-title">
          {t('live')}
        </h2>
        <div className="grid gap-6">
          <GalleryCellList page={page} cells={wideCells(locale)} onSent={note} />
        </div>
      </section>
      <section aria-labelledby="phone" className="grid gap-4">
        <h2 id="phone" className="text-title">
          {t('phone')}
        </h2>
        <ScrollRegion label={t('phone')} className="flex gap-6 p-1">
          <GalleryCellList page={page} cells={phoneCells()} onSent={note} />
        </ScrollRegion>
      </section>
      <section aria-labelledby="states" className="grid gap-4">
        <h2 id="states" className="text-title">
          {t(page.demos.free ? 'statesFree' : 'states')}
        </h2>
        <div className="grid gap-6 xl:grid-cols-2">
          <GalleryCellList page={page} cells={otherCells(page, locale)} onSent={note} />
        </div>
      </section>
      <section aria-labelledby="yaml" className="grid gap-4">
        <h2 id="yaml" className="text-title">
          {t('yaml.title')}
        </h2>
        <div className="grid gap-6 xl:grid-cols-2">
          <CopySource title={t('yaml.block')} source={page.source} />
          <CopySource title={t('yaml.world')} source={page.world} />
        </div>
      </section>
      <section aria-labelledby="properties" className="grid gap-4">
        <h2 id="properties" className="text-title">
          {t('properties.title')}
        </h2>
        <PropertyTable properties={page.properties} />
      </section>
      <SentLog last={last} sends={page.sends} />
    </div>
  )
}

function KindLinks({ page }: { page: BlockPage }) {
  const { t } = useTranslation('gallery')
  return (
    <nav aria-label={t('title')} className="flex flex-wrap gap-1">
      {page.kinds.map((kind) => (
        <NavLink
          key={kind}
          to={paths.block(kind)}
          className="inline-flex min-h-9 items-center rounded-lg px-3 text-sm text-muted hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:min-h-11"
        >
          {t(`kind.${kind}.name`)}
        </NavLink>
      ))}
    </nav>
  )
}

const wideCells = (locale: Locale): GalleryCell[] =>
  (['light', 'dark'] as const).map((theme) => ({ state: 'filled', locale, theme, width: 'wide' }))

const phoneCells = (): GalleryCell[] =>
  LOCALES.map((locale, index) => ({
    state: 'filled',
    locale,
    theme: index % 2 === 0 ? 'light' : 'dark',
    width: 'phone',
  }))

const otherCells = (page: BlockPage, locale: Locale): GalleryCell[] =>
  (['empty', 'free'] as SampleState[])
    .filter((state) => page.demos[state] !== undefined)
    .map((state) => ({ state, locale, theme: 'light', width: 'wide' }))
