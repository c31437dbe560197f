import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedTrial } from '~/domain/insight/listed-trial'
import type { TrialColumn } from '~/domain/insight/trial-column'
import { Badge } from '~/ui/badge'
import type { BoardFormat } from '../../figures/board-format'
import { FlagList } from '../../figures/components/flag-list'
import { StarRow } from '../../figures/components/star-row'
import { TrialEnding } from '../../figures/components/trial-ending'
import type { TrialNames } from '../trial-names'

interface TrialCellProps {
  column: TrialColumn
  trial: ListedTrial
  names: TrialNames
  format: BoardFormat
}

type Given = Omit<TrialCellProps, 'column'>

const CELLS: Record<Exclude<TrialColumn, 'goal'>, (given: Given) => ReactNode> = {
  started: ({ trial, format }) => format.instant(trial.startedAt),
  demo: ({ names }) => names.demo,
  plan: ({ names }) => names.plan,
  role: ({ names }) => names.role,
  channel: ({ names }) => names.channel,
  device: ({ names }) => names.device,
  locale: ({ names }) => names.locale,
  revision: ({ trial, format }) => format.number(trial.revision),
  active: ({ trial, format }) => format.duration(trial.activeMs),
  wall: ({ trial, format }) => format.duration(trial.wallMs),
  score: ({ trial, format }) => <Known value={trial.score} format={format} />,
  steps: ({ trial, format }) => format.number(trial.steps),
  hints: ({ trial, format }) => format.number(trial.hints),
  detours: ({ trial, format }) => <Known value={trial.detours} format={format} />,
  ending: ({ trial, names }) => (
    <TrialEnding outcome={trial.outcome} running={trial.running} lastState={names.lastState} />
  ),
  rating: ({ trial }) => (trial.stars === null ? null : <StarRow stars={trial.stars} />),
  comment: ({ trial }) => <Said texts={[trial.comment, ...trial.remarks]} />,
  notes: ({ trial }) => <Said texts={trial.notes} />,
  flags: ({ trial }) => <FlagList flags={trial.flags} />,
}

/** What one column shows of a trial; null when there is nothing. */
export function TrialCell({ column, ...given }: TrialCellProps) {
  const { t } = useTranslation('boards')
  if (column !== 'goal') return <span>{CELLS[column](given)}</span>
  return given.trial.converted ? <Badge tone="good">{t('trials.converted')}</Badge> : null
}

/** What people wrote, as text; nothing when they wrote nothing. */
function Said({ texts }: { texts: readonly string[] }) {
  const written = texts.filter((text) => text !== '').join('\n')
  if (written === '') return null
  return (
    <span className="line-clamp-3 max-w-md min-w-40 text-pretty whitespace-pre-line" title={written}>
      {written}
    </span>
  )
}

function Known({ value, format }: { value: number | null; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  return <span>{value === null ? t('trials.unknown') : format.number(value)}</span>
}

/** True for columns of numbers. */
export const isNumeric = (column: TrialColumn): boolean => NUMERIC.includes(column)

const NUMERIC: readonly TrialColumn[] = ['revision', 'active', 'wall', 'score', 'steps', 'hints', 'detours']
