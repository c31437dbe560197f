import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import type { BadgeTone } from '~/ui/badge'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { useBoardFormat } from '../../figures/board-format'
import { LINE_OUTCOMES, type CostFileResult, type LineOutcome, type LineResult } from '../cost-views'
import { CostName } from './cost-name'

const TONES: Record<LineOutcome, BadgeTone> = {
  new: 'good',
  changed: 'accent',
  same: 'neutral',
  invalid: 'bad',
}

/** Lines that a page shows; those that were refused come first. */
const MOST_SHOWN = 200

/** What becomes of each line of a file. */
export function CostFileLines({ file: { name, counts, lines } }: { file: CostFileResult }) {
  const { t } = useTranslation('costs')
  const format = useBoardFormat('UTC')
  const isRefused = ({ outcome }: LineResult) => outcome === 'invalid'
  const sorted = [...lines.filter(isRefused), ...lines.filter((line) => !isRefused(line))]
  return (
    <div className="grid gap-5">
      <h2 className="text-title break-words">{name}</h2>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-5 sm:grid-cols-4">
        {LINE_OUTCOMES.map((outcome) => (
          <div key={outcome} className="grid content-start gap-0.5">
            <dt className="text-sm text-muted">{t(`import.outcome.${outcome}`)}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{format.number(counts[outcome])}</dd>
            <dd className="text-xs text-faint">{t(`import.outcomeText.${outcome}`)}</dd>
          </div>
        ))}
      </dl>
      <DataTable label={t('import.lines')}>
        <thead>
          <tr>
            <HeadCell numeric>{t('import.line')}</HeadCell>
            <HeadCell>{t('column.for')}</HeadCell>
            <HeadCell>{t('column.period')}</HeadCell>
            <HeadCell numeric>{t('column.value')}</HeadCell>
            <HeadCell>{t('import.what')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, MOST_SHOWN).map((line) => (
            <LineRow key={line.line} line={line} />
          ))}
        </tbody>
      </DataTable>
      {lines.length > MOST_SHOWN ? (
        <p className="text-xs text-faint">
          {t('import.shown', { shown: format.number(MOST_SHOWN), count: lines.length })}
        </p>
      ) : null}
    </div>
  )
}

function LineRow({ line: { line, outcome, cost, issues } }: { line: LineResult }) {
  const { t } = useTranslation('costs')
  const format = useBoardFormat('UTC')
  return (
    <Row className="align-top">
      <Cell numeric className="text-muted">
        {line}
      </Cell>
      <Cell>{cost ? <CostName cost={cost} /> : <span>–</span>}</Cell>
      <Cell className="whitespace-nowrap tabular-nums">
        {cost ? format.days(cost.firstDay, cost.lastDay) : '–'}
      </Cell>
      <Cell numeric className="whitespace-nowrap">
        {cost ? format.money(cost) : '–'}
      </Cell>
      <Cell className="min-w-48">
        <Badge tone={TONES[outcome]}>{t(`import.outcome.${outcome}`)}</Badge>
        {issues.length > 0 ? (
          <ul className="mt-1 grid gap-0.5 text-xs">
            {issues.map(({ field, problem, value }) => (
              <li key={`${field} ${problem}`}>
                {field ? <span className="font-medium">{`${t(`field.${field}`)}: `}</span> : null}
                <span>{t(`error.${problem}`, { value })}</span>
                {field && value !== '' ? (
                  <span className="text-faint">{` (${value.slice(0, 60)})`}</span>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
      </Cell>
    </Row>
  )
}
