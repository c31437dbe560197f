import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { queryOf, withoutBlanks } from '~/features/boards/board-query'
import { TrialsPage } from '~/features/boards/components/trials-page'
import { listTrials } from '~/features/boards/list-trials.server'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'

export const handle = { i18n: ['boards'] }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Trials'} · Foyer` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  const clean = withoutBlanks(args.request.url)
  if (clean) return redirect(clean)
  try {
    const list = await listTrials({ ctx, input: queryOf(args.request.url) })
    return { list, title: fixedT(ctx.locale, 'boards')('trials.title') }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export default function TrialsRoute() {
  const { list } = useLoaderData<typeof loader>()
  return <TrialsPage list={list} />
}
