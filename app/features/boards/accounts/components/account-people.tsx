import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { BoardSection } from '../../figures/components/board-section'
import { boardParams } from '../../filter/board-query'
import type { AccountBoard } from '../account-board-view'

/** The people of an account, numbered by who came first. */
export function AccountPeople({ board, format }: { board: AccountBoard; format: BoardFormat }) {
  const { t } = useTranslation('accounts-board')
  const { demo, ...query } = board.query
  const timelineOf = (person: number) =>
    `${paths.accountBoard(board.account.id, { demo, person: String(person), ...boardParams(query) })}#timeline`
  return (
    <BoardSection title={t('people.title')} definition={t('people.definition')}>
      <div id="people">
        <DataTable label={t('people.title')}>
          <thead>
            <tr>
              <HeadCell>{t('people.who')}</HeadCell>
              <HeadCell numeric>{t('column.trials')}</HeadCell>
              <HeadCell numeric>{t('column.demos')}</HeadCell>
              <HeadCell numeric>{t('column.finished')}</HeadCell>
              <HeadCell numeric>{t('column.asked')}</HeadCell>
              <HeadCell>{t('people.first')}</HeadCell>
              <HeadCell>{t('column.last')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {board.people.map((one) => (
              <Row key={one.person}>
                <Cell className="whitespace-nowrap">
                  {t('person', { number: format.number(one.person) })}
                </Cell>
                <Cell numeric>
                  <NumberLink to={timelineOf(one.person)}>{format.number(one.trials)}</NumberLink>
                </Cell>
                <Cell numeric>{format.number(one.demos)}</Cell>
                <Cell numeric>{format.number(one.finished)}</Cell>
                <Cell numeric>{format.number(one.asked)}</Cell>
                <Cell className="whitespace-nowrap">{format.instant(one.firstStart)}</Cell>
                <Cell className="whitespace-nowrap">{format.instant(one.lastActivity)}</Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      </div>
    </BoardSection>
  )
}
