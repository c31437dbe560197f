import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { OverviewPage } from '~/features/boards/overview/components/overview-page'
import {
  REMOVE_SIMULATED,
  RemoveSimulatedButton,
} from '~/features/boards/overview/components/remove-simulated-button'
import { isPermitted } from '~/platform/context/is-permitted'
import { readOverview } from '~/features/boards/overview/read-overview.server'
import { removeSimulated } from '~/features/collect/trials/remove-simulated.server'
import { data as respond, redirect } from '@remix-run/node'
import { dismissFarm } from '~/features/farms/dismiss-farm.server'
import { DISMISS_FARM, FarmNotes } from '~/features/farms/components/farm-note'
import { listFarms } from '~/features/farms/list-farms.server'
import { setTarget } from '~/features/boards/targets/set-target.server'
import { SET_TARGET, UNDO_TARGET } from '~/features/boards/targets/target-schema'
import { undoTarget } from '~/features/boards/targets/undo-target.server'
import { targetProblem } from '~/features/boards/targets/target-problem'
import { STAGES } from '~/domain/insight/stages/stages'
import { formatTrialSet } from '~/domain/insight/trial-set'
import { redirectToStartPage } from '~/platform/http/redirect-to-start-page'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { statusOf } from '~/platform/http/http-errors'
import { defineLoader } from '~/platform/http/define-loader'
import { AlertPanel } from '~/features/alerts/components/alert-panel'
import { listAlerts } from '~/features/alerts/list-alerts.server'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'judge', 'alerts', 'stages'] }

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

const text = z.string().default('')

/** The actions of the overview: set a target or undo that, dismiss a finding, delete the simulated trials. */
const fields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal(DISMISS_FARM), farm: z.string() }),
  z.object({ intent: z.literal(REMOVE_SIMULATED) }),
  z.object({
    ...{ intent: z.literal(SET_TARGET), stage: z.enum(STAGES), version: text },
    ...{ holdsFrom: text, target: text, owner: text },
  }),
  z.object({ intent: z.literal(UNDO_TARGET), stage: z.enum(STAGES), version: text }),
])

export const action = defineAction(
  {
    permission: 'boards.read',
    fields,
    refused: ({ error, reply }) => {
      const problem = targetProblem(error.code, reply().initialValue)
      return problem && respond({ problem }, { status: statusOf(error.code) })
    },
  },
  async ({ ctx, fields: asked }) => {
    if (asked.intent === REMOVE_SIMULATED) await removeSimulated({ ctx })
    else if (asked.intent === SET_TARGET) await setTarget({ ctx, input: asked })
    else if (asked.intent === UNDO_TARGET) await undoTarget({ ctx, input: asked })
    else await dismissFarm({ ctx, input: { farm: asked.farm } })
    return { problem: null }
  },
)

/** Every trial of the finding, whatever its date and flags, so that the list matches the finding's number. */
const farmHref = ({ id }: { id: string }): string =>
  paths.trialList({
    set: formatTrialSet({ family: 'farm', key: id }),
    range: 'all',
    flagged: 'in',
    simulated: 'in',
  })

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function OverviewRoute() {
  const { board, mayRemove, farms, mayDismiss, alerts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <OverviewPage
      board={board}
      simulatedAction={mayRemove ? <RemoveSimulatedButton /> : null}
      problem={answer?.problem ?? null}
      notice={
        <>
          <AlertPanel alerts={alerts} />
          <FarmNotes farms={farms} mayDismiss={mayDismiss} hrefOf={farmHref} />
        </>
      }
    />
  )
}
