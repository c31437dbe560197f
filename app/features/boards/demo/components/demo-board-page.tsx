import { Link } from '@remix-run/react'
import { Route } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import type { Elements } from '~/ui/elements'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { useBoardFormat } from '../../figures/board-format'
import { boardParams, isNarrowed } from '../../filter/board-query'
import type { DemoBoard } from '../../figures/board-views'
import { useValueNames } from '../../filter/use-value-names'
import { DemoFigures } from './demo-figures'
import { DownloadPanel } from '../../files/components/download-panel'
import { DemoSections } from './demo-sections'
import { BoardHead } from '../../filter/components/board-head'

const TABLES = [
  ...['figures', 'trend', 'tasks', 'dropOff', 'hesitation', 'edges', 'paths', 'ideals', 'stars', 'durations'],
  ...['scores', 'conversion', 'curve', 'comments'],
]

/** The board of one demo. */
export function DemoBoardPage({ board, notice }: { board: DemoBoard; notice: Elements }) {
  const { t } = useTranslation('boards')
  const { demo, query, period } = board
  const format = useBoardFormat(period.timeZone)
  const names = useMemo(() => [board.names], [board.names])
  const nameOf = useValueNames(names)
  const hrefOf = (params: Record<string, string | undefined>) => paths.demoBoard(demo.slug, params)
  return (
    <div className="grid gap-12">
      <BoardHead
        eyebrow={
          <Link
            to={paths.boards(boardParams({ ...query, revision: undefined, role: undefined }))}
            className="hover:text-ink"
          >
            {t('overview.title')}
          </Link>
        }
        title={
          <>
            <span>{demo.title}</span>
            {demo.status === 'published' ? null : (
              <Badge className="ml-3 align-middle">{t(`status.${demo.status}`)}</Badge>
            )}
          </>
        }
        board={board}
        live={{ demo: demo.slug }}
        nameOf={nameOf}
        format={format}
        hrefOf={hrefOf}
        withRevision
        actions={
          <DownloadPanel board="demo" tables={TABLES} query={{ slug: demo.slug, ...boardParams(query) }} />
        }
      >
        {notice}
      </BoardHead>
      {board.measures.counts.started === 0 ? (
        <NoTrials narrowed={isNarrowed(query)} all={hrefOf({ range: 'all' })} demo={paths.demo(demo.slug)} />
      ) : (
        <DemoFigures board={board} format={format} />
      )}
      <DemoSections board={board} format={format} />
    </div>
  )
}

function NoTrials({ narrowed, all, demo }: { narrowed: boolean; all: string; demo: string }) {
  const { t } = useTranslation('boards')
  const key = narrowed ? 'empty.narrowed' : 'empty.demo'
  return (
    <EmptyState
      icon={<Route aria-hidden="true" className="size-6" />}
      title={t(`${key}.title`)}
      action={
        <>
          <LinkButton to={all} tone="secondary" size="small">
            {t('empty.allTime')}
          </LinkButton>
          <LinkButton to={demo} tone="quiet" size="small">
            {t('empty.openDemo')}
          </LinkButton>
        </>
      }
    >
      {t(`${key}.text`)}
    </EmptyState>
  )
}
