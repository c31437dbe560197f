import { useTranslation } from 'react-i18next'
import type { StateHesitation } from '~/domain/insight/hesitation'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'

/** How long trials stood at each state, the most visited first. */
export function HesitationTable({
  states,
  titles,
  format,
  hrefOf,
}: {
  states: readonly StateHesitation[]
  titles: Record<string, string>
  format: BoardFormat
  hrefOf: (state: string) => string
}) {
  const { t } = useTranslation('boards')
  return (
    <DataTable label={t('hesitation.title')}>
      <thead>
        <tr>
          <HeadCell>{t('hesitation.state')}</HeadCell>
          <HeadCell numeric>{t('hesitation.trials')}</HeadCell>
          <HeadCell numeric>{t('hesitation.median')}</HeadCell>
          <HeadCell numeric>{t('hesitation.interval')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {states.map((one) => (
          <Row key={one.state}>
            <Cell className="sm:min-w-36">{titles[one.state] ?? one.state}</Cell>
            <Cell numeric>
              <NumberLink to={hrefOf(one.state)}>{format.number(one.trials)}</NumberLink>
            </Cell>
            {one.enough && one.interval ? (
              <>
                <Cell numeric className="whitespace-nowrap">
                  {format.duration(one.median)}
                </Cell>
                <Cell numeric className="whitespace-nowrap text-muted">
                  {t('figure.range', {
                    low: format.duration(one.interval.low),
                    high: format.duration(one.interval.high),
                  })}
                </Cell>
              </>
            ) : (
              <Cell numeric colSpan={2} className="text-xs text-faint">
                {t('figure.tooFewShort')}
              </Cell>
            )}
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
