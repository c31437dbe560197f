import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { BoardSection } from '../../figures/components/board-section'
import { boardParams } from '../../filter/board-query'
import type { AccountBoard } from '../account-board-view'
import { accountSetHref } from '../account-query'

/** The demos that an account tried, and as whom it got to act in them. */
export function AccountDemos({ board, format }: { board: AccountBoard; format: BoardFormat }) {
  const { t } = useTranslation('accounts-board')
  const { query, account, demos, names } = board
  const { demo: _demo, ...filter } = query
  return (
    <BoardSection title={t('demos.title')} definition={t('demos.definition')}>
      <div id="demos">
        <DataTable label={t('demos.title')}>
          <thead>
            <tr>
              <HeadCell>{t('demos.demo')}</HeadCell>
              <HeadCell numeric>{t('column.people')}</HeadCell>
              <HeadCell numeric>{t('column.trials')}</HeadCell>
              <HeadCell numeric>{t('column.finished')}</HeadCell>
              <HeadCell>{t('demos.roles')}</HeadCell>
              <HeadCell>{t('column.last')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {demos.map((one) => (
              <Row key={one.demo}>
                <Cell className="min-w-40">
                  <Link
                    to={paths.demoBoard(one.demo, { ...boardParams(filter), account: account.id })}
                    className="underline decoration-line-strong underline-offset-4 hover:decoration-accent"
                  >
                    {one.title}
                  </Link>
                </Cell>
                <Cell numeric>{format.number(one.people)}</Cell>
                <Cell numeric>
                  <NumberLink to={accountSetHref({ ...query, demo: one.demo }, account.id, 'started')}>
                    {format.number(one.trials)}
                  </NumberLink>
                </Cell>
                <Cell numeric>
                  <NumberLink to={accountSetHref({ ...query, demo: one.demo }, account.id, 'finished')}>
                    {format.number(one.finished)}
                  </NumberLink>
                </Cell>
                <Cell>{one.roles.map((role) => names[one.demo]?.roles[role] ?? role).join(', ') || '–'}</Cell>
                <Cell className="whitespace-nowrap">{format.instant(one.lastActivity)}</Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      </div>
    </BoardSection>
  )
}
