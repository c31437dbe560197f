import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { DocumentEditor } from '~/features/studio/components/editor/document-editor'
import { TimeZoneProvider } from '~/ui/when'
import { documentOf } from '~/features/studio/document-of.server'
import { listDocuments } from '~/features/studio/list-documents.server'
import { readDocument } from '~/features/studio/read-document.server'
import { readFields } from '~/features/studio/read-fields.server'
import { runCommand } from '~/features/studio/run-command.server'
import { workspaceTimeZone } from '~/server/workspace-settings'
import { respond, statusOf } from '~/server/http-errors'
import { requestContext } from '~/server/request-context'

export const handle = { i18n: ['studio'] }

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    const named = documentOf(args.params)
    const [document, siblings, timeZone] = await Promise.all([
      readDocument({ ctx, input: named }),
      listDocuments({ ctx, input: { kind: named.kind } }),
      workspaceTimeZone(ctx),
    ])
    const alternatives = siblings
      .filter((one) => one.status === 'published' && one.slug !== named.slug)
      .map(({ slug, title }) => ({ slug, title }))
    return { document, alternatives, timeZone }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    const result = await runCommand(ctx, documentOf(args.params), await readFields(args.request))
    return data(result, result.ok ? 200 : statusOf(result.code))
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

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

export const meta = ({ data: page }: { data?: { document: { slug: string } } }) => [
  { title: `${page?.document.slug ?? 'Studio'} · Foyer` },
]

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
