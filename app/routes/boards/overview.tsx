import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { trialsHref } from '~/features/boards/filter/board-links'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { OverviewPage } from '~/features/boards/overview/components/overview-page'
import {
  REMOVE_SIMULATED,
  RemoveSimulatedButton,
} from '~/features/boards/overview/components/remove-simulated-button'
import { SimulatedNote } from '~/features/boards/overview/components/simulated-note'
import { isPermitted } from '~/platform/context/is-permitted'
import { readOverview } from '~/features/boards/overview/read-overview.server'
import { removeSimulated } from '~/features/collect/trials/remove-simulated.server'
import { redirect } from '@remix-run/node'
import { dismissFarm } from '~/features/farms/dismiss-farm.server'
import { DISMISS_FARM, FarmNotes } from '~/features/farms/components/farm-note'
import { listFarms } from '~/features/farms/list-farms.server'
import { formatTrialSet } from '~/domain/insight/trial-set'
import { redirectToStartPage } from '~/platform/http/redirect-to-start-page'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { AlertPanel } from '~/features/alerts/components/alert-panel'
import { listAlerts } from '~/features/alerts/list-alerts.server'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'judge', 'alerts'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Boards'),
]

export const loader = defineLoader('signed-in', async ({ ctx, url }) => {
  redirectToStartPage(ctx, 'boards.read')
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const board = await readOverview({ ctx, input: queryOf(url.href) })
  const title = fixedT(ctx.locale, 'boards')('overview.title')
  const { alerts } = await listAlerts({ ctx })
  return {
    ...{ board, mayRemove: isPermitted(ctx, 'simulated.remove'), title, ...(await listFarms({ ctx })) },
    alerts: alerts.filter(({ state }) => state !== 'closed'),
  }
})

/** The actions of the overview: dismiss a finding, or delete the simulated trials. */
const fields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal(DISMISS_FARM), farm: z.string() }),
  z.object({ intent: z.literal(REMOVE_SIMULATED) }),
])

export const action = defineAction({ permission: 'boards.read', fields }, async ({ ctx, fields: asked }) => {
  if (asked.intent === REMOVE_SIMULATED) return removeSimulated({ ctx })
  await dismissFarm({ ctx, input: { farm: asked.farm } })
  return { dismissed: true }
})

/** Every trial of the finding, whatever its date and flags, so that the list matches the finding's number. */
const farmHref = ({ id }: { id: string }): string =>
  paths.trialList({ set: formatTrialSet({ family: 'farm', key: id }), range: 'all', flagged: 'in' })

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function OverviewRoute() {
  const { board, mayRemove, farms, mayDismiss, alerts } = useLoaderData<typeof loader>()
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
          <AlertPanel alerts={alerts} />
          <FarmNotes farms={farms} mayDismiss={mayDismiss} hrefOf={farmHref} />
        </>
      }
    />
  )
}
