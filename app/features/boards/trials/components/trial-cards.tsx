import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ListedTrial } from '~/domain/insight/listed-trial'
import type { TrialColumn } from '~/domain/insight/trial-column'
import { paths } from '~/paths'
import type { BoardFormat } from '../../figures/board-format'
import type { TrialNames } from '../trial-names'
import type { CompareBox } from './compare-choice'
import { TrialCell, isNumeric } from './trial-cell'

interface TrialCardsProps {
  box: CompareBox
  trials: readonly ListedTrial[]
  columns: readonly TrialColumn[]
  format: BoardFormat
  nameOf: (trial: ListedTrial) => TrialNames
}

/** Trials on a phone, one below the other, with the same columns: numbers with their names, the rest in a line of its own. */
export function TrialCards({ box, trials, columns, format, nameOf }: TrialCardsProps) {
  const { t } = useTranslation('boards')
  const words = columns.filter((column) => WORDS.includes(column))
  const numbers = columns.filter(isNumeric)
  const rest = columns.filter(
    (column) => column !== 'started' && !words.includes(column) && !isNumeric(column),
  )
  return (
    <ul className="grid md:hidden">
      {trials.map((trial) => {
        const given = { trial, format, names: nameOf(trial) }
        return (
          <li key={trial.id} className="flex items-start gap-3 border-b border-line py-3.5 last:border-0">
            {box({ id: trial.id, started: format.instant(trial.startedAt) })}
            <Link to={paths.replay(trial.id)} className="grid min-w-0 flex-1 gap-1 text-sm">
              <span className="font-medium tabular-nums">{format.instant(trial.startedAt)}</span>
              <span className="text-muted empty:hidden">
                {words.map((column, place) => (
                  <span key={column}>
                    {place > 0 ? <span>{' · '}</span> : null}
                    <TrialCell column={column} {...given} />
                  </span>
                ))}
              </span>
              <span className="flex flex-wrap gap-x-3 text-muted tabular-nums empty:hidden">
                {numbers.map((column) => (
                  <span key={column}>
                    <span>{`${t(`trials.column.${column}`)} `}</span>
                    <TrialCell column={column} {...given} />
                  </span>
                ))}
              </span>
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1 empty:hidden">
                {rest.map((column) => (
                  <TrialCell key={column} column={column} {...given} />
                ))}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

const WORDS: readonly TrialColumn[] = ['demo', 'plan', 'role', 'channel', 'device', 'locale']
