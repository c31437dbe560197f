import { useTranslation } from 'react-i18next'
import { RichText } from '~/ui/rich-text'
import { ScrollRegion } from '~/ui/scroll-region'
import { DataDisclosure } from '../../figures/components/data-disclosure'
import { NumberLink } from '../../figures/components/number-link'
import { flowHref } from '../paths-query'
import type { PathsProps } from './paths-props'
import { SankeyDrawing } from './sankey-drawing'
import { SankeyTable } from './sankey-table'

/** The diagram, what it leaves out, and the same numbers as a table. */
export function SankeyFigure({ board, format }: PathsProps) {
  const { t } = useTranslation('paths')
  const { drawing } = board
  return (
    <figure className="grid min-w-0 gap-3">
      <figcaption className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
        <Totals board={board} format={format} />
      </figcaption>
      {drawing.drawn === 0 ? (
        <p className="py-6 text-sm text-muted">{t('diagram.none')}</p>
      ) : (
        <>
          <ScrollRegion label={t('diagram.title')}>
            <SankeyDrawing board={board} format={format} />
          </ScrollRegion>
          <p className="text-xs text-faint">{t('diagram.how')}</p>
          <DataDisclosure label={t('diagram.table')}>
            <SankeyTable board={board} format={format} />
          </DataDisclosure>
        </>
      )}
    </figure>
  )
}

/** How many trials are drawn, and how many are not and why. */
function Totals({ board: { demo, query, drawing }, format }: PathsProps) {
  const { t } = useTranslation('paths')
  const totals = (['drawn', 'lacking', 'longer'] as const).filter(
    (total) => total === 'drawn' || drawing[total] > 0,
  )
  return (
    <>
      {totals.map((total) => (
        <span key={total}>
          <RichText
            t={t}
            i18nKey={`diagram.${total}`}
            values={{ count: drawing[total], number: format.number(drawing[total]) }}
            components={{ all: <NumberLink to={flowHref(demo.slug, query, { total })} /> }}
          />
        </span>
      ))}
    </>
  )
}
