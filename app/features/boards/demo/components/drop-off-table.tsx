import { useTranslation } from 'react-i18next'
import type { StateDropOff } from '~/domain/insight/drop-off'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { RateWords } from '../../figures/components/rate-words'

/** Drop-off by state, the most entered first. */
export function DropOffTable({
  states,
  titles,
  format,
  hrefOf,
}: {
  states: readonly StateDropOff[]
  titles: Record<string, string>
  format: BoardFormat
  hrefOf: (family: 'entered' | 'dropped-at', state: string) => string
}) {
  const { t } = useTranslation('boards')
  return (
    <DataTable label={t('dropOff.title')}>
      <thead>
        <tr>
          <HeadCell>{t('dropOff.state')}</HeadCell>
          <HeadCell numeric>{t('dropOff.entered')}</HeadCell>
          <HeadCell numeric>{t('dropOff.left')}</HeadCell>
          <HeadCell numeric>{t('dropOff.rate')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {states.map((one) => (
          <Row key={one.state}>
            <Cell className="sm:min-w-36">{titles[one.state] ?? one.state}</Cell>
            <Cell numeric>
              <NumberLink to={hrefOf('entered', one.state)}>{format.number(one.denominator)}</NumberLink>
            </Cell>
            <Cell numeric>
              {one.numerator === 0 ? (
                '0'
              ) : (
                <NumberLink to={hrefOf('dropped-at', one.state)}>{format.number(one.numerator)}</NumberLink>
              )}
            </Cell>
            <Cell numeric>
              <RateWords rate={one} format={format} stacked />
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
