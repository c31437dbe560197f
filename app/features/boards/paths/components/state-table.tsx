import { useTranslation } from 'react-i18next'
import type { SetFamily } from '~/domain/insight/trial-set'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { NumberLink } from '../../figures/components/number-link'
import { trialsHref } from '../../filter/board-links'
import type { PathsProps } from './paths-props'

const COLUMNS = { entered: 'entered', begun: 'begun-at', ended: 'ended-at' } as const satisfies Record<
  string,
  SetFamily
>
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]

/** How many trials entered each state, began there, and ended there. */
export function StateTable({ board, format }: PathsProps) {
  const { t } = useTranslation('paths')
  const { demo, names, query, states } = board
  return (
    <DataTable label={t('states.title')}>
      <thead>
        <tr>
          <HeadCell>{t('states.state')}</HeadCell>
          {NAMES.map((name) => (
            <HeadCell key={name} numeric>
              {t(`states.${name}`)}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {states.map((row) => (
          <Row key={row.state}>
            <Cell className="sm:min-w-36">{names.states[row.state] ?? row.state}</Cell>
            {NAMES.map((name) => (
              <Cell key={name} numeric>
                {row[name] === 0 ? (
                  '0'
                ) : (
                  <NumberLink to={trialsHref(query, { family: COLUMNS[name], key: row.state }, demo.slug)}>
                    {format.number(row[name])}
                  </NumberLink>
                )}
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
