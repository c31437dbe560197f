import { data, redirect } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { commandFields } from '~/features/studio/command-fields.server'
import { DocumentEditor } from '~/features/studio/components/editor/document-editor'
import { paths } from '~/paths'
import { defineAction } from '~/server/define-action'
import { defineLoader } from '~/server/define-loader'
import { TimeZoneProvider } from '~/ui/when'
import { documentOf } from '~/features/studio/document-of.server'
import { listDocuments } from '~/features/studio/list-documents.server'
import { readDocument } from '~/features/studio/read-document.server'
import { runCommand } from '~/features/studio/run-command.server'
import { workspaceTimeZone } from '~/server/workspace-settings'
import { statusOf } from '~/server/http-errors'
import { siteTitle } from '~/ui/site-title'
import type { PageMatches } from '~/ui/site-title'

export const handle = { i18n: ['studio'] }

export const loader = defineLoader('documents.read', async ({ ctx, params }) => {
  const named = documentOf(params)
  const [document, siblings, timeZone] = await Promise.all([
    readDocument({ ctx, input: named }),
    listDocuments({ ctx, input: { kind: named.kind } }),
    workspaceTimeZone(ctx),
  ])
  const alternatives = siblings
    .filter((one) => one.status === 'published' && one.slug !== named.slug)
    .map(({ slug, title }) => ({ slug, title }))
  return { document, alternatives, timeZone }
})

export const action = defineAction(
  { permission: 'documents.read', fields: commandFields },
  async ({ ctx, params, fields }) => {
    const named = documentOf(params)
    const result = await runCommand(ctx, named, fields)
    if (result.ok && result.intent === 'delete') return redirect(paths.documents(named.kind))
    return data(result, result.ok ? 200 : statusOf(result.code))
  },
)

/** Going from file to file changes nothing that the server said. */
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
  const { document, alternatives, timeZone } = useLoaderData<typeof loader>()
  const [query] = useSearchParams()
  return (
    <TimeZoneProvider value={timeZone}>
      <DocumentEditor
        key={`${document.kind}/${document.slug}`}
        document={document}
        alternatives={alternatives}
        wanted={query.get('file')}
      />
    </TimeZoneProvider>
  )
}
