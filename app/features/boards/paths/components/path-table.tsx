import { useTranslation } from 'react-i18next'
import type { PathFigures } from '~/domain/insight/path-figures'
import { isEnough } from '~/domain/insight/proportion'
import type { PlainSet, TrialSet } from '~/domain/insight/trial-set'
import { STEP_MARK } from '~/domain/insight/trial-set'
import { Badge } from '~/ui/badge'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { trialsHref } from '../../filter/board-links'
import { NumberLink } from '../../figures/components/number-link'
import { PathLine } from '../../figures/components/path-line'
import { RateWords } from '../../figures/components/rate-words'
import type { PathsProps } from './paths-props'

/** The most taken whole paths, and how the trials did that took exactly them. */
export function PathTable(props: PathsProps) {
  const { t } = useTranslation('paths')
  return (
    <DataTable label={t('whole.title')}>
      <thead>
        <tr>
          <HeadCell>{t('whole.path')}</HeadCell>
          <HeadCell numeric>{t('whole.trials')}</HeadCell>
          <HeadCell numeric>{t('whole.share')}</HeadCell>
          <HeadCell numeric>{t('whole.finished')}</HeadCell>
          <HeadCell numeric>{t('whole.completion')}</HeadCell>
          <HeadCell numeric>{t('whole.active')}</HeadCell>
          <HeadCell numeric>{t('whole.score')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {props.board.paths.map((path) => (
          <PathRow key={path.key} {...props} path={path} />
        ))}
      </tbody>
    </DataTable>
  )
}

function PathRow({ board, format, path }: PathsProps & { path: PathFigures }) {
  const { t } = useTranslation('boards')
  const { demo, names, query } = board
  const among = { family: 'path', key: path.key } as const
  const hrefOf = (set: TrialSet) => trialsHref(query, set, demo.slug)
  const inPlain = (plain: PlainSet, count: number) =>
    count === 0 ? '0' : <NumberLink to={hrefOf({ plain, among })}>{format.number(count)}</NumberLink>
  const few = <span className="text-xs whitespace-nowrap text-faint">{t('figure.tooFewShort')}</span>
  return (
    <Row>
      <Cell className="min-w-44 sm:min-w-72">
        <PathLine states={path.states} titles={names.states} />
        <IdealBadges board={board} path={path} />
      </Cell>
      <Cell numeric>
        <NumberLink to={hrefOf(among)}>{format.number(path.numerator)}</NumberLink>
      </Cell>
      <Cell numeric>
        <RateWords rate={path} format={format} />
      </Cell>
      <Cell numeric>{inPlain('finished', path.completion.numerator)}</Cell>
      <Cell numeric>
        <RateWords rate={path.completion} format={format} />
      </Cell>
      <Cell numeric className="whitespace-nowrap">
        {isEnough(path.numerator) ? format.duration(path.activeMs) : few}
      </Cell>
      <Cell numeric className="whitespace-nowrap">
        {isEnough(path.score.count) && path.score.value !== null ? (
          <span>
            <span>{format.number(Math.round(path.score.value))}</span>
            <span className="ml-2 text-xs text-faint">{inPlain('scored', path.score.count)}</span>
          </span>
        ) : (
          few
        )}
      </Cell>
    </Row>
  )
}

/** The plans of which it is the ideal path. */
function IdealBadges({ board: { ideals, names }, path }: Pick<PathsProps, 'board'> & { path: PathFigures }) {
  const { t } = useTranslation('paths')
  const plans = new Set(
    ideals.flatMap(({ plan, states }) => (states.join(STEP_MARK) === path.key ? [plan] : [])),
  )
  if (plans.size === 0) return null
  const named = [...plans].map((plan) => names.plans[plan] ?? plan).join(', ')
  return (
    <Badge tone="accent" className="mt-1">
      {t('whole.idealOn', { plans: named })}
    </Badge>
  )
}
