import { data, redirect } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { KIND_LAYOUT } from '~/domain/content/kinds'
import type { DocumentFiles } from '~/domain/content/kinds'
import { readYaml } from '~/domain/content/read-yaml'
import { DEFAULT_RETENTION, settingsSchema } from '~/domain/content/settings'
import { countPurgeable } from '~/features/retention/count-purgeable.server'
import type { Purgeable } from '~/features/retention/count-purgeable.server'
import { commandFields } from '~/features/studio/documents/command-fields.server'
import { DocumentEditor } from '~/features/studio/editor/components/document-editor'
import { paths } from '~/paths'
import type { Context } from '~/platform/context/context'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { TimeZoneProvider } from '~/ui/when'
import { documentOf } from '~/features/studio/documents/document-of.server'
import { listChoices } from '~/features/studio/forms/list-choices.server'
import { listDocuments } from '~/features/studio/documents/list-documents.server'
import { readDocument } from '~/features/studio/documents/read-document.server'
import { runCommand } from '~/features/studio/documents/run-command.server'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { statusOf } from '~/platform/http/http-errors'
import { siteTitle } from '~/ui/site-title'
import type { PageMatches } from '~/ui/site-title'

export const handle = { i18n: ['studio', 'forms'] }

export const loader = defineLoader('documents.read', async ({ ctx, params }) => {
  const named = documentOf(params)
  const [document, siblings, timeZone, choices] = await Promise.all([
    readDocument({ ctx, input: named }),
    listDocuments({ ctx, input: { kind: named.kind } }),
    workspaceTimeZone(ctx),
    listChoices({ ctx }),
  ])
  const alternatives = siblings
    .filter((one) => one.status === 'published' && one.slug !== named.slug)
    .map(({ slug, title }) => ({ slug, title }))
  const leaving = named.kind === 'settings' ? await leavingOf(ctx, document.files) : null
  return { document: { ...document, leaving }, alternatives, choices, timeZone }
})

/** What the saved settings would delete, when they are valid. */
async function leavingOf(ctx: Context, files: DocumentFiles): Promise<Purgeable | null> {
  const read = readYaml(settingsSchema, files[KIND_LAYOUT.settings.source ?? ''] ?? '')
  return read.ok ? countPurgeable({ ctx, input: read.value.retention ?? DEFAULT_RETENTION }) : null
}

export const action = defineAction(
  { permission: 'documents.read', fields: commandFields },
  async ({ ctx, params, fields }) => {
    const named = documentOf(params)
    const result = await runCommand(ctx, named, fields)
    if (result.ok && result.intent === 'delete') return redirect(paths.documents(named.kind))
    return data(result, result.ok ? 200 : statusOf(result.code))
  },
)

/** Switching files does not reload data from the server. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isSamePage = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
  return isSamePage && !formMethod ? false : defaultShouldRevalidate
}

export const meta = ({
  data: page,
  matches,
}: {
  data?: { document: { slug: string } }
  matches: PageMatches
}) => [siteTitle(matches, page?.document.slug ?? 'Studio')]

export default function DocumentPage() {
  const { document, alternatives, choices, timeZone } = useLoaderData<typeof loader>()
  const [query] = useSearchParams()
  return (
    <TimeZoneProvider value={timeZone}>
      <DocumentEditor
        key={`${document.kind}/${document.slug}`}
        document={document}
        alternatives={alternatives}
        choices={choices}
        wanted={{ file: query.get('file'), view: query.get('view') }}
      />
    </TimeZoneProvider>
  )
}
