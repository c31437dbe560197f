import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { LinkButton } from '~/ui/link-button'
import { When } from '~/ui/when'
import type { BoardFormat } from '../../figures/board-format'
import { ValueText } from '../../figures/components/value-text'
import type { CostList, CostView } from '../cost-views'
import { CostName } from './cost-name'

interface CostTableProps {
  list: CostList
  mayManage: boolean
  format: BoardFormat
}

/** The costs, the latest periods first, and what they sum to. */
export function CostTable({ list, mayManage, format }: CostTableProps) {
  const { t } = useTranslation('costs')
  const { costs, count, query, sum } = list
  const isCut = query.from !== undefined || query.to !== undefined
  return (
    <section className="grid gap-3" aria-labelledby="cost-list">
      <h2 id="cost-list" className="text-title">
        {t('list', { count })}
      </h2>
      {isCut ? (
        <p className="text-sm text-muted">
          {t('cut', { days: format.days(query.from ?? null, query.to ?? query.from ?? '') })}
        </p>
      ) : null}
      <DataTable label={t('title')}>
        <thead>
          <tr>
            <HeadCell>{t('column.for')}</HeadCell>
            <HeadCell>{t('column.period')}</HeadCell>
            <HeadCell numeric>{t('column.value')}</HeadCell>
            {isCut ? <HeadCell numeric>{t('column.part')}</HeadCell> : null}
            <HeadCell className="max-md:hidden">{t('field.reference')}</HeadCell>
            <HeadCell className="max-md:hidden">{t('column.changed')}</HeadCell>
            <HeadCell className="relative">
              <span className="sr-only">{t('column.actions')}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {costs.map((cost) => (
            <CostRow key={cost.id} cost={cost} mayManage={mayManage} format={format} />
          ))}
        </tbody>
        <tfoot>
          <Row className="border-t border-line-strong font-medium">
            <Cell colSpan={isCut ? 3 : 2}>{t('sum')}</Cell>
            <Cell numeric>
              <ValueText value={sum} format={format} />
            </Cell>
            <Cell colSpan={3} />
          </Row>
        </tfoot>
      </DataTable>
    </section>
  )
}

function CostRow({ cost, mayManage, format }: { cost: CostView } & Omit<CostTableProps, 'list'>) {
  const { t } = useTranslation('costs')
  const { value, currency, part } = cost
  return (
    <Row className="align-top">
      <Cell className="max-w-72 min-w-40 font-medium">
        <CostName cost={cost} />
        {cost.simulated ? (
          <span className="ml-2">
            <Badge tone="warn">{t('simulated')}</Badge>
          </span>
        ) : null}
      </Cell>
      <Cell className="whitespace-nowrap tabular-nums">{format.days(cost.firstDay, cost.lastDay)}</Cell>
      <Cell numeric className="whitespace-nowrap">
        {format.money({ value, currency })}
      </Cell>
      {part === null ? null : (
        <Cell numeric className="whitespace-nowrap">
          {format.money({ value: part, currency })}
        </Cell>
      )}
      <Cell className="max-w-40 break-words max-md:hidden">
        {cost.reference || <span className="text-faint">–</span>}
      </Cell>
      <Cell className="text-xs text-muted max-md:hidden">
        <When at={cost.changedAt} />
        <span className="block text-faint">{t('by', { name: cost.changedBy })}</span>
      </Cell>
      <Cell>{mayManage && !cost.simulated ? <RowActions cost={cost} /> : null}</Cell>
    </Row>
  )
}

function RowActions({ cost: { id, version, channel, source, campaign } }: { cost: CostView }) {
  const { t } = useTranslation('costs')
  const names = [channel, source, campaign].filter((name) => name !== '').join(' › ')
  return (
    <div className="flex justify-end gap-2">
      <LinkButton to={paths.costs({ edit: id })} size="small" aria-label={t('changeOne', { names })}>
        {t('changeButton')}
      </LinkButton>
      <Form method="post">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <Button
          type="submit"
          size="small"
          name="intent"
          value="remove"
          aria-label={t('removeOne', { names })}
        >
          {t('removeButton')}
        </Button>
      </Form>
    </div>
  )
}
