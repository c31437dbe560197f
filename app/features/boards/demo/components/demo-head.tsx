import { Link } from '@remix-run/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Badge } from '~/ui/badge'
import type { Elements } from '~/ui/elements'
import type { BoardFormat } from '../../figures/board-format'
import type { BoardPage, DemoNames, NamedDemo } from '../../figures/board-views'
import { boardParams, type BoardQuery } from '../../filter/board-query'
import { BoardHead } from '../../filter/components/board-head'
import { ChoiceLinks } from '../../filter/components/choice-links'
import { useValueNames } from '../../filter/use-value-names'

type Params = Record<string, string | undefined>

/** The pages about one demo. */
const DEMO_PAGES = {
  board: paths.demoBoard,
  paths: paths.demoPaths,
  differences: paths.demoDifferences,
  revisions: paths.demoRevisions,
} satisfies Record<string, (slug: string, query: Params) => string>

interface DemoHeadProps {
  board: BoardPage & { demo: NamedDemo; names: DemoNames }
  page: keyof typeof DEMO_PAGES
  format: BoardFormat
  /** Parameters of this page that are not of the filter. */
  kept?: Params
  /** As in the head of every board. */
  live?: Params
  withDays?: boolean
  simulatedAction?: Elements
  actions?: Elements
  children?: Elements
}

/** The head of every page about one demo: which demo, the ways to look at it, and the filter. */
export function DemoHead({
  board,
  page,
  format,
  kept,
  live,
  withDays = true,
  actions,
  simulatedAction = null,
  children,
}: DemoHeadProps) {
  const { t } = useTranslation('boards')
  const { demo, query } = board
  const names = useMemo(() => [board.names], [board.names])
  const nameOf = useValueNames(names)
  return (
    <BoardHead
      eyebrow={
        <Link to={paths.boards(overviewParams(query))} className="hover:text-ink">
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
      actions={
        <>
          {actions}
          <DemoPages query={query} demo={demo.slug} page={page} />
        </>
      }
      board={board}
      nameOf={nameOf}
      format={format}
      hrefOf={(params) => DEMO_PAGES[page](demo.slug, params)}
      {...(kept ? { kept } : {})}
      {...(live ? { live } : {})}
      simulatedAction={simulatedAction}
      withRevision={withDays}
      withDays={withDays}
    >
      {children}
    </BoardHead>
  )
}

function DemoPages({ query, demo, page }: { query: BoardQuery; demo: string } & Pick<DemoHeadProps, 'page'>) {
  const { t } = useTranslation('boards')
  return (
    <ChoiceLinks
      label={t('demoPages.label')}
      choices={(Object.keys(DEMO_PAGES) as (keyof typeof DEMO_PAGES)[]).map((key) => ({
        key,
        label: t(`demoPages.${key}`),
        to: DEMO_PAGES[key](demo, boardParams(query)),
        current: key === page,
      }))}
    />
  )
}

/** Revisions and roles are of one demo. */
const overviewParams = (query: BoardQuery): Params =>
  boardParams({ ...query, revision: undefined, role: undefined })
