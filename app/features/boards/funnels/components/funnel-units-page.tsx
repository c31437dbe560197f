import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { useBoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { MovedOnNotice } from '../../filter/components/moved-on-notice'
import { PeriodLine } from '../../filter/components/period-line'
import { funnelParams } from '../funnel-params'
import type { FunnelUnitRow } from '~/domain/insight/funnel/funnel-question'
import type { FunnelListBoard } from '../funnel-views'
import { useStepName } from '../use-step-name'

/** Those behind one number of a funnel, each with the latest of its trials. */
export function FunnelUnitsPage({ board }: { board: FunnelListBoard }) {
  const { t } = useTranslation('funnels')
  const { query, rules, list, period, page, pages, count } = board
  const format = useBoardFormat(period.timeZone)
  const nameOf = useStepName(board)
  const rule = rules.steps[list.step - 1]
  const params = funnelParams(query, rules)
  const hrefOf = (to: number) =>
    paths.funnelUnits({ ...params, list: list.list, at: String(list.step), page: String(to) })
  const step = `${list.step}. ${rule ? nameOf(rule) : ''}`
  return (
    <div className="grid gap-8">
      <PageHeader
        eyebrow={
          <Link to={paths.funnels(params)} className="hover:text-ink">
            {t('title')}
          </Link>
        }
        title={`${t(`unit.${query.per ?? 'visitor'}`)}: ${format.number(count)}`}
        lead={
          <>
            <span className="block">{t(`list.${list.list}`, { step })}</span>
            <PeriodLine period={period} format={format} />
          </>
        }
      />
      <MovedOnNotice period={period} />
      <UnitTable board={board} />
      <Pagination
        label={t('list.pages')}
        previous={page > 1 ? hrefOf(page - 1) : undefined}
        next={page < pages ? hrefOf(page + 1) : undefined}
        previousLabel={t('list.previous')}
        nextLabel={t('list.next')}
      />
    </div>
  )
}

function UnitTable({ board }: { board: FunnelListBoard }) {
  const { t } = useTranslation('funnels')
  const format = useBoardFormat(board.period.timeZone)
  const per = board.query.per ?? 'visitor'
  return (
    <DataTable label={t('list.pages')}>
      <thead>
        <tr>
          <HeadCell>{t(`unit.${per}`)}</HeadCell>
          <HeadCell>{t('list.demo')}</HeadCell>
          <HeadCell>{t('list.plan')}</HeadCell>
          <HeadCell>{t('list.latest')}</HeadCell>
          <HeadCell numeric>{t('list.trials')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {board.units.map((unit) => (
          <Row key={unit.id}>
            <Cell>
              <UnitName unit={unit} per={per} />
            </Cell>
            <Cell>{board.names[unit.demo]?.title ?? unit.demo}</Cell>
            <Cell>{board.names[unit.demo]?.plans[unit.plan] ?? unit.plan}</Cell>
            <Cell>
              <NumberLink to={paths.replay(unit.trial)}>
                {format.instant(new Date(unit.startedMs))}
              </NumberLink>
            </Cell>
            <Cell numeric>{format.number(unit.trials)}</Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

/** Enough of an id to tell two rows of a page apart. */
const SHOWN_OF_ID = 6

/** An account by its name; a visitor or a trial by the end of its id, with the account where it is known. */
function UnitName({
  unit: { id, name },
  per,
}: {
  unit: FunnelUnitRow
  per: 'visitor' | 'trial' | 'account'
}) {
  const { t } = useTranslation('funnels')
  if (per === 'account') return <span>{name ?? id}</span>
  return (
    <span>
      <span>{t(`list.one.${per}`, { id: id.slice(-SHOWN_OF_ID) })}</span>
      {name === null ? null : <span className="ml-2 text-muted">{name}</span>}
    </span>
  )
}
