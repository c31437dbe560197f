import { data } from '@remix-run/node'
import { Link, useLoaderData, useNavigate } from '@remix-run/react'
import { History as HistoryIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { commandFields } from '~/features/studio/documents/command-fields.server'
import { DiffView } from '~/features/studio/revisions/components/diff-view'
import { useDocumentName } from '~/features/studio/documents/components/document-name'
import { RevisionList } from '~/features/studio/revisions/components/revision-list'
import { RollBack } from '~/features/studio/revisions/components/roll-back'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { TimeZoneProvider } from '~/ui/when'
import { documentOf } from '~/features/studio/documents/document-of.server'
import { listRevisions } from '~/features/studio/revisions/list-revisions.server'
import { readDocument } from '~/features/studio/documents/read-document.server'
import { readRevisionChanges } from '~/features/studio/revisions/read-revision-changes.server'
import type { RevisionChanges } from '~/features/studio/revisions/read-revision-changes.server'
import { runCommand } from '~/features/studio/documents/run-command.server'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { isPermitted } from '~/platform/context/is-permitted'
import { paths } from '~/paths'
import { statusOf } from '~/platform/http/http-errors'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { ignoredParametersOf } from '~/platform/http/read-query'
import { LeftOutNotice } from '~/ui/ignored-parameters-notice'
import { PageHeader } from '~/ui/page-header'
import { siteTitle } from '~/ui/site-title'
import type { PageMatches } from '~/ui/site-title'

export const handle = { i18n: ['studio'] }

export const loader = defineLoader('documents.read', async ({ ctx, params, url }) => {
  const named = documentOf(params)
  const [document, revisions, timeZone] = await Promise.all([
    readDocument({ ctx, input: named }),
    listRevisions({ ctx, input: named }),
    workspaceTimeZone(ctx),
  ])
  const { kind, slug, title, status, live, actions } = document
  const asked = url.searchParams.get('revision')
  const known = revisions.find((revision) => String(revision.number) === asked) ?? revisions[0]
  const number = known?.number ?? 0
  const leftOut =
    asked === null || asked === String(known?.number) ? [] : [ignoredParametersOf('revision', asked)]
  const shown = revisions.length > 0 ? await readRevisionChanges({ ctx, input: { ...named, number } }) : null
  const liveNumber = status === 'published' ? (live?.number ?? null) : null
  const canRollBack = actions.includes('roll-back') && number !== liveNumber
  const mayMeasure = isPermitted(ctx, 'boards.read')
  return {
    document: { kind, slug, title },
    revisions,
    shown,
    liveNumber,
    canRollBack,
    mayMeasure,
    leftOut,
    timeZone,
  }
})

export const action = defineAction(
  { permission: 'documents.read', fields: commandFields },
  async ({ ctx, params, fields }) => {
    const result = await runCommand(ctx, documentOf(params), fields)
    return data(result, result.ok ? 200 : statusOf(result.code))
  },
)

export const meta = ({
  data: page,
  matches,
}: {
  data?: { document: { slug: string } }
  matches: PageMatches
}) => [siteTitle(matches, page?.document.slug ?? 'Studio')]

export default function History() {
  const { document, revisions, shown, liveNumber, leftOut, timeZone } = useLoaderData<typeof loader>()
  const { t } = useTranslation('studio')
  const { kind, slug } = document
  const name = useDocumentName()(document)
  return (
    <TimeZoneProvider value={timeZone}>
      <div className="grid gap-6">
        <PageHeader
          eyebrow={
            <Link to={paths.document(kind, slug)} className="hover:text-ink">
              {name}
            </Link>
          }
          title={t('history.title')}
          lead={t('history.lead')}
          actions={
            <LinkButton size="small" to={paths.document(kind, slug)}>
              {t('history.back')}
            </LinkButton>
          }
        />
        <LeftOutNotice leftOut={leftOut} />
        {shown ? (
          <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[18rem_minmax(0,1fr)]">
            <RevisionList
              revisions={revisions}
              liveNumber={liveNumber}
              chosen={shown.revision.number}
              hrefOf={(number) => paths.history(kind, slug, { revision: String(number) })}
            />
            <Shown shown={shown} />
          </div>
        ) : (
          <EmptyState icon={<HistoryIcon className="size-8" aria-hidden="true" />} title={t('history.none')}>
            <p>{t('history.noneText')}</p>
          </EmptyState>
        )}
      </div>
    </TimeZoneProvider>
  )
}

function Shown({ shown }: { shown: RevisionChanges }) {
  const { document, canRollBack, mayMeasure } = useLoaderData<typeof loader>()
  const { t } = useTranslation('studio')
  const navigate = useNavigate()
  const { kind, slug } = document
  const { number } = shown.revision
  return (
    <section className="grid min-w-0 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-title">
          <span>{`${t('revision', { number })} `}</span>
          <span className="text-sm font-normal text-muted">
            {shown.previous === null ? t('history.first') : t('history.compare', { number: shown.previous })}
          </span>
        </h2>
        <div className="flex gap-2">
          {kind === 'demo' ? (
            <LinkButton size="small" tone="quiet" to={paths.preview(slug, { revision: String(number) })}>
              {t('history.preview')}
            </LinkButton>
          ) : null}
          {kind === 'demo' && mayMeasure ? (
            <LinkButton size="small" tone="quiet" to={paths.demoRevisions(slug, { publish: String(number) })}>
              {t('history.impact')}
            </LinkButton>
          ) : null}
          {canRollBack ? (
            <RollBack key={number} number={number} onDone={() => navigate(paths.history(kind, slug))} />
          ) : null}
        </div>
      </div>
      {shown.changes.length === 0 ? (
        <p className="text-sm text-muted">{t('history.same', { number: shown.previous })}</p>
      ) : (
        <DiffView key={number} changes={shown.changes} open={shown.changes.length <= 3} />
      )}
    </section>
  )
}
