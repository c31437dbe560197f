import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { DemoBoardPage } from '~/features/boards/demo/components/demo-board-page'
import {
  REMOVE_SIMULATED,
  RemoveSimulatedButton,
} from '~/features/boards/overview/components/remove-simulated-button'
import { isPermitted } from '~/platform/context/is-permitted'
import { readDemoBoard } from '~/features/boards/demo/read-demo-board.server'
import { removeSimulated } from '~/features/collect/trials/remove-simulated.server'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.board.demo.title ?? 'Boards'),
]

export const loader = defineLoader('boards.read', async ({ ctx, params, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const input = { ...queryOf(url.href), slug: params.slug }
  return { board: await readDemoBoard({ ctx, input }), mayRemove: isPermitted(ctx, 'simulated.remove') }
})

/** The only action of a board: deletes the simulated trials. */
const fields = z.object({ intent: z.literal(REMOVE_SIMULATED) })

export const action = defineAction({ permission: 'simulated.remove', fields }, ({ ctx }) =>
  removeSimulated({ ctx }),
)

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function DemoRoute() {
  const { board, mayRemove } = useLoaderData<typeof loader>()
  return <DemoBoardPage board={board} simulatedAction={mayRemove ? <RemoveSimulatedButton /> : null} />
}
