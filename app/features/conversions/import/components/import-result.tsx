import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import type { BadgeTone } from '~/ui/badge'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { When } from '~/ui/when'
import { ROW_OUTCOMES } from '../row-result'
import type { RowResult, RowOutcome } from '../row-result'
import type { ShownFile } from '../import-answer'
import { Money } from '../../list/components/money'

const TONES: Record<RowOutcome, BadgeTone> = {
  matched: 'good',
  unmatched: 'warn',
  corrected: 'accent',
  duplicate: 'neutral',
  outdated: 'neutral',
  invalid: 'bad',
}

/** The result of an import, as counts and row by row. */
export function ImportResult({ file }: { file: ShownFile }) {
  const { t, i18n } = useTranslation('conversions')
  const format = new Intl.NumberFormat(i18n.language)
  return (
    <div className="grid gap-5">
      <h2 id="result" className="text-title">
        <span>{`${t('import.result')} `}</span>
        <span className="font-normal text-muted">{file.name}</span>
      </h2>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-5 sm:grid-cols-3 xl:grid-cols-6">
        {ROW_OUTCOMES.map((verdict) => (
          <div key={verdict} className="grid content-start gap-0.5">
            <dt className="text-sm text-muted">{t(`import.verdict.${verdict}`)}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{format.format(file.counts[verdict])}</dd>
            <dd className="text-xs text-faint">{t(`import.verdictText.${verdict}`)}</dd>
          </div>
        ))}
      </dl>
      <RowTable rows={file.rows} />
      {file.rows.length < file.count ? (
        <p className="text-xs text-faint">
          {t('import.shown', { shown: format.format(file.rows.length), count: file.count })}
        </p>
      ) : null}
    </div>
  )
}

function RowTable({ rows }: { rows: RowResult[] }) {
  const { t } = useTranslation('conversions')
  return (
    <DataTable label={t('import.result')}>
      <thead>
        <tr>
          <HeadCell numeric>{t('import.line')}</HeadCell>
          <HeadCell>{t('conversions.column.goal')}</HeadCell>
          <HeadCell>{t('conversions.column.at')}</HeadCell>
          <HeadCell>{t('import.what')}</HeadCell>
          <HeadCell className="max-sm:hidden">{t('import.why')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.line} className="align-top">
            <Cell numeric className="text-muted">
              {row.line}
            </Cell>
            <Cell>
              <span>{row.goal ? t(`conversions.goal.${row.goal}`) : '–'}</span>
              {row.externalId ? <span className="block text-xs text-faint">{row.externalId}</span> : null}
            </Cell>
            <Cell className="whitespace-nowrap tabular-nums">
              {row.at === null ? <span>–</span> : <When at={row.at} />}
              <Money value={row.money?.value ?? null} currency={row.money?.currency ?? null} />
            </Cell>
            <Cell>
              <Badge tone={TONES[row.verdict]}>{t(`import.verdict.${row.verdict}`)}</Badge>
              <div className="mt-1 text-xs break-words sm:hidden">
                <Why row={row} />
              </div>
            </Cell>
            <Cell className="min-w-48 max-sm:hidden">
              <Why row={row} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

function Why({ row: { issues, matchedBy, uncounted } }: { row: RowResult }) {
  const { t } = useTranslation('conversions')
  if (issues.length > 0) {
    return (
      <ul className="grid gap-0.5">
        {issues.map(({ column, problem, value }, index) => (
          <li key={index}>
            {column ? <span className="font-medium">{`${t(`import.field.${column}`)}: `}</span> : null}
            <span>{t(`import.issue.${problem}`, { value })}</span>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <span className="grid gap-0.5 text-muted">
      {matchedBy === null ? null : (
        <span>{t('import.by', { how: t(`conversions.matchedBy.${matchedBy}`) })}</span>
      )}
      {uncounted === null ? null : <span className="text-warn">{t(`uncounted.${uncounted}`)}</span>}
    </span>
  )
}
