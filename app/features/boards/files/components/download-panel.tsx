import { Link } from '@remix-run/react'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Popover } from '~/ui/popover'
import type { TableFormat } from '../file-formats'

interface DownloadPanelProps {
  board: string
  tables: readonly string[]
  /** The parameters of the page, with its watermark. */
  query: Record<string, string | undefined>
  /** The tables may be long: one line for each row, too. */
  isLong?: boolean
}

const SHORT: TableFormat[] = ['csv', 'json', 'parquet']
const LONG: TableFormat[] = ['csv', 'ndjson', 'json', 'parquet']

const NAMES: Record<TableFormat, string> = { csv: 'CSV', json: 'JSON', ndjson: 'NDJSON', parquet: 'Parquet' }

const given = (query: DownloadPanelProps['query']): [string, string][] =>
  Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)

/** Offers each table of a board as a file, with the filter and at the watermark of the page. */
export function DownloadPanel({ board, tables, query, isLong = false }: DownloadPanelProps) {
  const { t } = useTranslation('boards')
  return (
    <Popover
      align="end"
      trigger={
        <Button tone="secondary" size="small" icon={<Download aria-hidden="true" className="size-4" />}>
          {t('download.title')}
        </Button>
      }
    >
      <p className="text-muted">{t(isLong ? 'download.long' : 'download.text')}</p>
      <ul className="grid gap-1">
        {tables.map((table) => (
          <li key={table} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-medium">{t(`download.table.${table}`)}</span>
            <span className="flex gap-2.5">
              {(isLong ? LONG : SHORT).map((format) => (
                <a
                  key={format}
                  href={paths.boardFile(board, table, format, query)}
                  aria-label={t('download.as', {
                    table: t(`download.table.${table}`),
                    format: NAMES[format],
                  })}
                  className="text-accent underline-offset-4 hover:underline pointer-coarse:py-2"
                >
                  {NAMES[format]}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {isLong ? null : (
        <Link
          to={paths.outlets({ board, view: String(new URLSearchParams(given(query))) })}
          className="text-accent underline-offset-4 hover:underline pointer-coarse:py-2"
        >
          {t('download.more')}
        </Link>
      )}
    </Popover>
  )
}
