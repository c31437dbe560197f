import { useTranslation } from 'react-i18next'
import type { FunnelGroup } from '~/domain/insight/funnel/funnel-result'
import { proportion } from '~/domain/insight/proportion'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { RateWords } from '../../figures/components/rate-words'
import type { FunnelBoard } from '../funnel-views'
import { useFieldOptions } from '../use-field-options'

const MOST_GROUPS = 30

/** The funnel of each value, the largest first. */
export function FunnelGroups({ board, format }: { board: FunnelBoard; format: BoardFormat }) {
  const { t } = useTranslation('funnels')
  const { result, query, rules } = board
  const nameOf = useGroupName(board)
  const size = (group: FunnelGroup) => group.steps[0]?.count ?? 0
  const groups = [...(result.breakdown ?? [])].sort((a, b) => size(b) - size(a)).slice(0, MOST_GROUPS)
  if (query.group === undefined) return null
  return (
    <DataTable label={t('groups.title')}>
      <thead>
        <tr>
          <HeadCell>{t(`field.${query.group}`)}</HeadCell>
          {rules.steps.map((_, index) => (
            <HeadCell key={index} numeric>
              {t('form.step', { number: index + 1 })}
            </HeadCell>
          ))}
          <HeadCell numeric>{t('groups.last')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Row key={JSON.stringify(group.value)}>
            <Cell>{nameOf(group.value)}</Cell>
            {group.steps.map((step, index) => (
              <Cell key={index} numeric>
                {format.number(step.count)}
              </Cell>
            ))}
            <Cell numeric>
              <RateWords rate={proportion(group.steps.at(-1)?.count ?? 0, size(group))} format={format} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

function useGroupName(board: FunnelBoard): (value: FunnelGroup['value']) => string {
  const { t } = useTranslation('funnels')
  const optionsOf = useFieldOptions(board)
  const { group } = board.query
  return (value) => {
    if (value === null || group === undefined) return t('groups.none')
    const text = String(value)
    if (group === 'source' || group === 'campaign') return text
    return optionsOf(group, text).find((one) => one.value === text)?.label ?? text
  }
}
