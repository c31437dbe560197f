import { useTranslation } from 'react-i18next'
import type { StepWays } from '~/domain/insight/way-figures'
import type { TrialSet } from '~/domain/insight/trial-set'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { NumberLink } from '../../figures/components/number-link'
import { PathLine } from '../../figures/components/path-line'
import { RateWords } from '../../figures/components/rate-words'
import { trialsHref } from '../../filter/board-links'
import type { PathsProps } from './paths-props'

/** The steps between states, the most taken first, with how many of those who took one took a detour. */
export function StepTable(props: PathsProps) {
  const { t } = useTranslation('paths')
  return (
    <DataTable label={t('steps.title')}>
      <thead>
        <tr>
          <HeadCell>{t('steps.step')}</HeadCell>
          <HeadCell numeric>{t('steps.trials')}</HeadCell>
          <HeadCell numeric>{t('steps.share')}</HeadCell>
          <HeadCell numeric>{t('steps.detoured')}</HeadCell>
          <HeadCell numeric>{t('steps.known')}</HeadCell>
          <HeadCell numeric>{t('steps.detourShare')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {props.board.steps.map((step) => (
          <StepRow key={step.key} {...props} step={step} />
        ))}
      </tbody>
    </DataTable>
  )
}

function StepRow({ board, format, step }: PathsProps & { step: StepWays }) {
  const { demo, names, query } = board
  const among = { family: 'edge', key: step.key } as const
  const number = (count: number, set: TrialSet) =>
    count === 0 ? '0' : <NumberLink to={trialsHref(query, set, demo.slug)}>{format.number(count)}</NumberLink>
  return (
    <Row>
      <Cell className="min-w-52">
        <PathLine states={[step.from, step.to]} titles={names.states} />
      </Cell>
      <Cell numeric>{number(step.numerator, among)}</Cell>
      <Cell numeric>
        <RateWords rate={step} format={format} stacked />
      </Cell>
      <Cell numeric>{number(step.detour.numerator, { plain: 'detoured', among })}</Cell>
      <Cell numeric>{number(step.detour.denominator, { plain: 'way-known', among })}</Cell>
      <Cell numeric>
        <RateWords rate={step.detour} format={format} stacked />
      </Cell>
    </Row>
  )
}
