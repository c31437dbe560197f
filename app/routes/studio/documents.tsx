import { data, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { FilePlus2, Plus } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { isDocumentKind, KIND_LAYOUT } from '~/domain/content/kinds'
import type { DocumentKind } from '~/domain/content/kinds'
import { SLUG_PROBLEMS } from '~/domain/content/new-slug'
import { DomainError } from '~/domain/errors'
import { useDocumentName } from '~/features/studio/documents/components/document-name'
import { DocumentTable } from '~/features/studio/documents/components/document-table'
import { FilterBox } from '~/features/studio/documents/components/filter-box'
import { NewDocumentForm } from '~/features/studio/documents/components/new-document-form'
import type { NewDocumentErrors, SlugError } from '~/features/studio/documents/components/name-fields'
import { useRowKeys } from '~/features/studio/documents/components/use-row-keys'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { issuesOf } from '~/platform/http/parse-input'
import { TimeZoneProvider } from '~/ui/when'
import { beginDemo } from '~/features/studio/starter/begin-demo.server'
import { NewDemoForm } from '~/features/studio/starter/components/new-demo-form'
import { listChoices } from '~/features/studio/forms/list-choices.server'
import { createDocument } from '~/features/studio/documents/create-document.server'
import { listDocuments } from '~/features/studio/documents/list-documents.server'
import { isPermitted } from '~/platform/context/is-permitted'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { paths } from '~/paths'
import { fixedT } from '~/platform/language/i18n'
import { buttonClass } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { DEMO_BEGINNINGS, documentSearchSchema } from '~/features/studio/schemas'
import { readQuery } from '~/platform/http/read-query'
import { LeftOutNotice } from '~/ui/ignored-parameters-notice'
import { PageHeader } from '~/ui/page-header'
import { siteTitle } from '~/ui/site-title'
import type { PageMatches } from '~/ui/site-title'

export const handle = { i18n: ['studio'] }

export const loader = defineLoader('documents.read', async ({ ctx, params, url }) => {
  const kind = kindOf(params.kind)
  if (KIND_LAYOUT[kind].singleton) return redirect(paths.document(kind, kind))
  const query = url.searchParams
  const { query: asked, leftOut } = readQuery(documentSearchSchema, Object.fromEntries(query))
  const { text } = asked
  const documents = await listDocuments({ ctx, input: { kind, text } })
  const canCreate = isPermitted(ctx, 'documents.edit')
  const title = fixedT(ctx.locale, 'studio')(`kind.${kind}.many`)
  const { timeZone, locales } = await workspaceSettings(ctx)
  const isNew = canCreate && query.has('new')
  const choices = isNew && kind === 'demo' ? await listChoices({ ctx }) : {}
  const copied = query.get('copy')
  return { kind, text, documents, canCreate, isNew, choices, copied, locales, leftOut, timeZone, title }
})

/** The fields of a new document; those of a demo say how it begins. */
const newDocumentFields = z.object({
  slug: z.string().default(''),
  title: z.string().default(''),
  begin: z.enum(DEMO_BEGINNINGS).optional(),
  template: z.string().optional(),
  copy: z.string().optional(),
  scenario: z.string().optional(),
  plans: z.array(z.string()).max(6).optional(),
  en: z.string().optional(),
  es: z.string().optional(),
  zh: z.string().optional(),
  'title-en': z.string().optional(),
  'title-es': z.string().optional(),
  'title-zh': z.string().optional(),
})

export const action = defineAction(
  {
    permission: 'documents.edit',
    fields: newDocumentFields,
    refused: ({ error }) => {
      if (error.code !== 'invalid-input' && error.code !== 'conflict') return null
      const at = error.details.at ?? issuesOf(error)[0]?.at
      const problem = error.code === 'invalid-input' ? error.details.problem : undefined
      const slug: SlugError = SLUG_PROBLEMS.find((one) => one === problem) ?? 'taken'
      const isOfBeginning = at !== undefined && !['title', 'slug'].includes(at)
      const errors: NewDocumentErrors & { begin?: string } = isOfBeginning
        ? { begin: error.message }
        : at === 'title'
          ? { title: error.message }
          : { slug }
      return data({ errors }, 422)
    },
  },
  async ({ ctx, params, fields: { slug, title, ...rest } }) => {
    const kind = kindOf(params.kind)
    const { 'title-en': en, 'title-es': es, 'title-zh': zh, ...beginning } = rest
    if (kind === 'demo')
      await beginDemo({ ctx, input: { slug, title, ...beginning, titles: { en, es, zh } } })
    else await createDocument({ ctx, input: { kind, slug, title } })
    return redirect(paths.document(kind, slug))
  },
)

function kindOf(value: string | undefined): DocumentKind {
  if (isDocumentKind(value)) return value
  throw new DomainError('not-found', 'There is no such kind of document.')
}

export const meta = ({ data: page, matches }: { data?: { title: string }; matches: PageMatches }) => [
  siteTitle(matches, page?.title ?? 'Studio'),
]

export default function Documents() {
  const { kind, text, documents, canCreate, isNew, leftOut, timeZone } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? {}
  const { t } = useTranslation('studio')
  const filter = useRef<HTMLInputElement>(null)
  const newDocument = canCreate ? `${paths.documents(kind)}?new` : null
  useRowKeys(filter, newDocument)
  return (
    <TimeZoneProvider value={timeZone}>
      <div className="grid gap-6">
        <PageHeader
          title={t(`kind.${kind}.many`)}
          lead={t(`kind.${kind}.lead`)}
          actions={newDocument && !isNew ? <NewButton to={newDocument} kind={kind} /> : null}
        />
        <LeftOutNotice leftOut={leftOut} />
        {isNew ? <NewForm errors={errors} /> : null}
        {documents.length > 0 || text ? <FilterBox key={kind} ref={filter} text={text} /> : null}
        {documents.length > 0 ? (
          <DocumentTable documents={documents} label={t(`kind.${kind}.many`)} />
        ) : isNew ? null : (
          <NoDocuments kind={kind} text={text} newDocument={newDocument} />
        )}
        {documents.length > 0 ? <p className="text-xs text-faint max-lg:hidden">{t('list.keys')}</p> : null}
      </div>
    </TimeZoneProvider>
  )
}

function NewForm({ errors }: { errors: NewDocumentErrors & { begin?: string } }) {
  const { kind, documents, choices, copied, locales } = useLoaderData<typeof loader>()
  const nameOf = useDocumentName()
  if (kind !== 'demo') return <NewDocumentForm key={kind} kind={kind} errors={errors} />
  const demos = documents.map((document) => ({ slug: document.slug, name: nameOf(document) }))
  return <NewDemoForm {...{ errors, choices, copied, demos, locales }} />
}

function NewButton({ to, kind }: { to: string; kind: DocumentKind }) {
  const { t } = useTranslation('studio')
  return (
    <LinkButton to={to} tone="primary" icon={<Plus className="size-4" aria-hidden="true" />}>
      {t(`kind.${kind}.new`)}
    </LinkButton>
  )
}

function NoDocuments({
  kind,
  text,
  newDocument,
}: {
  kind: DocumentKind
  text: string
  newDocument: string | null
}) {
  const { t } = useTranslation('studio')
  if (text) {
    return (
      <EmptyState
        title={t('list.noneFound', { text })}
        action={
          <Link to={paths.documents(kind)} className={buttonClass()}>
            {t('list.clearFilter')}
          </Link>
        }
      />
    )
  }
  return (
    <EmptyState
      icon={<FilePlus2 className="size-8" aria-hidden="true" />}
      title={t(`kind.${kind}.none`)}
      action={newDocument ? <NewButton to={newDocument} kind={kind} /> : null}
    >
      <p>{t('list.noneText')}</p>
    </EmptyState>
  )
}
