import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { trialsHref } from '~/features/boards/board-links'
import { queryOf, withoutBlanks } from '~/features/boards/board-query'
import { OverviewPage } from '~/features/boards/components/overview-page'
import { RemoveSimulatedButton } from '~/features/boards/components/remove-simulated-button'
import { SimulatedNote } from '~/features/boards/components/simulated-note'
import { mayRemoveSimulated } from '~/features/boards/may-remove-simulated.server'
import { readOverview } from '~/features/boards/read-overview.server'
import { removeSimulated } from '~/features/collect/remove-simulated.server'
import { redirect } from '@remix-run/node'
import { dismissFarm } from '~/features/farms/dismiss-farm.server'
import { DISMISS_FARM, FarmNotes } from '~/features/farms/components/farm-note'
import { listFarms } from '~/features/farms/list-farms.server'
import { formatTrialSet } from '~/domain/insight/trial-set'
import { paths } from '~/paths'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'

export const handle = { i18n: ['boards', 'judge'] }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Boards'} · Foyer` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  const clean = withoutBlanks(args.request.url)
  if (clean) return redirect(clean)
  try {
    const board = await readOverview({ ctx, input: queryOf(args.request.url) })
    const title = fixedT(ctx.locale, 'boards')('overview.title')
    return { board, mayRemove: mayRemoveSimulated(ctx), title, ...(await listFarms({ ctx })) }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

/** What can be done to a board: let a finding rest, or take the simulated trials away for good. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  const form = await args.request.formData()
  try {
    if (form.get('intent') === DISMISS_FARM) {
      await dismissFarm({ ctx, input: { farm: String(form.get('farm')) } })
      return { dismissed: true }
    }
    return await removeSimulated({ ctx })
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

/** Every trial of the finding, whenever it began and however it is flagged: as many as the finding says. */
const farmHref = ({ id }: { id: string }): string =>
  paths.trialList({ set: formatTrialSet({ family: 'farm', key: id }), range: 'all', flagged: 'in' })

export default function OverviewRoute() {
  const { board, mayRemove, farms, mayDismiss } = useLoaderData<typeof loader>()
  return (
    <OverviewPage
      board={board}
      notice={
        <>
          <SimulatedNote
            count={board.counts.simulated}
            to={trialsHref(board.query, { name: 'simulated' })}
            action={mayRemove ? <RemoveSimulatedButton /> : null}
          />
          <FarmNotes farms={farms} mayDismiss={mayDismiss} hrefOf={farmHref} />
        </>
      }
    />
  )
}
