import { useTranslation } from 'react-i18next'
import { proportion } from '~/domain/insight/proportion'
import { countInList } from '~/domain/insight/funnel/funnel-question'
import { paths } from '~/paths'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { RateWords } from '../../figures/components/rate-words'
import { funnelParams } from '../funnel-params'
import type { FunnelBoard } from '../funnel-views'
import { useStepName } from '../use-step-name'

interface FunnelStepsProps {
  board: FunnelBoard
  format: BoardFormat
}

/** Each step with its bar from 0 to the count of step 1. The bar says what the cells beside it say. */
export function FunnelSteps({ board, format }: FunnelStepsProps) {
  const { t } = useTranslation('funnels')
  return (
    <div className="grid gap-2">
      <p className="text-xs text-faint sm:hidden print:hidden">{t('result.scroll')}</p>
      <DataTable label={t('result.title')}>
        <thead>
          <tr>
            <HeadCell>{t('result.step')}</HeadCell>
            <HeadCell numeric>{t(`unit.${board.query.per ?? 'visitor'}`)}</HeadCell>
            <HeadCell numeric>{t('result.ofBefore')}</HeadCell>
            <HeadCell numeric>{t('result.ofFirst')}</HeadCell>
            <HeadCell numeric>{t('result.median')}</HeadCell>
            <HeadCell numeric>{t('result.mean')}</HeadCell>
            <HeadCell numeric>{t('result.dropped')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {board.rules.steps.map((_, index) => (
            <StepRow key={index} index={index} board={board} format={format} />
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}

function StepRow({ index, board, format }: FunnelStepsProps & { index: number }) {
  const nameOf = useStepName(board)
  const { rules, result } = board
  const rule = rules.steps[index]
  const step = result.steps[index]
  if (!rule || !step) return null
  const first = result.steps[0]?.count ?? 0
  const before = result.steps[index - 1]
  const time = (seconds: number | null) => (seconds === null ? '–' : format.duration(seconds * 1_000))
  return (
    <Row>
      <Cell className="min-w-52">
        <span className="font-medium">{`${index + 1}. ${nameOf(rule)}`}</span>
        <StepBar share={first === 0 ? 0 : step.count / first} />
      </Cell>
      <Cell numeric>
        <UnitsLink board={board} list="reached" index={index} format={format} />
      </Cell>
      <Cell numeric>
        {before ? <RateWords rate={proportion(step.count, before.count)} format={format} /> : '–'}
      </Cell>
      <Cell numeric>
        {index === 0 ? '–' : <RateWords rate={proportion(step.count, first)} format={format} />}
      </Cell>
      <Cell numeric>{time(step.medianSeconds)}</Cell>
      <Cell numeric>{time(step.meanSeconds)}</Cell>
      <Cell numeric>
        {index === rules.steps.length - 1 ? (
          '–'
        ) : (
          <UnitsLink board={board} list="dropped" index={index} format={format} />
        )}
      </Cell>
    </Row>
  )
}

function StepBar({ share }: { share: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      className="mt-1.5 block h-3 w-full print:h-2"
    >
      <rect width={100} height={1} className="fill-line" />
      <rect width={share * 100} height={1} className="fill-accent" />
    </svg>
  )
}

interface UnitsLinkProps extends FunnelStepsProps {
  list: 'reached' | 'dropped'
  index: number
}

/** A number that opens the list of those it counts. */
function UnitsLink({ board, list, index, format }: UnitsLinkProps) {
  const counts = board.result.steps.map((step) => step.count)
  const count = countInList(counts, { list, step: index + 1 })
  if (count === 0) return <span>0</span>
  const to = paths.funnelUnits({ ...funnelParams(board.query, board.rules), list, at: String(index + 1) })
  return <NumberLink to={to}>{format.number(count)}</NumberLink>
}
