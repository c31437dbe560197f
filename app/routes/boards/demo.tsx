import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { trialsHref } from '~/features/boards/board-links'
import { queryOf, withoutBlanks } from '~/features/boards/board-query'
import { DemoPage } from '~/features/boards/components/demo-page'
import { RemoveSimulatedButton } from '~/features/boards/components/remove-simulated-button'
import { SimulatedNote } from '~/features/boards/components/simulated-note'
import { mayRemoveSimulated } from '~/features/boards/may-remove-simulated.server'
import { readDemoBoard } from '~/features/boards/read-demo-board.server'
import { removeSimulated } from '~/features/collect/remove-simulated.server'
import { respond } from '~/server/http-errors'
import { requestContext } from '~/server/request-context'

export const handle = { i18n: ['boards'] }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.board.demo.title ?? 'Boards'} · Foyer` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  const clean = withoutBlanks(args.request.url)
  if (clean) return redirect(clean)
  try {
    const input = { ...queryOf(args.request.url), slug: args.params.slug }
    return { board: await readDemoBoard({ ctx, input }), mayRemove: mayRemoveSimulated(ctx) }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

/** The only thing that can be done to a board: take the simulated trials away for good. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    return await removeSimulated({ ctx })
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export default function DemoRoute() {
  const { board, mayRemove } = useLoaderData<typeof loader>()
  return (
    <DemoPage
      board={board}
      notice={
        <SimulatedNote
          count={board.measures.counts.simulated}
          to={trialsHref(board.query, { name: 'simulated' }, board.demo.slug)}
          action={mayRemove ? <RemoveSimulatedButton /> : null}
        />
      }
    />
  )
}
