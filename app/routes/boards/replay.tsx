import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { queryOf } from '~/features/boards/filter/board-query'
import { ReplayPage } from '~/features/boards/replay/components/replay-page'
import { RULINGS } from '~/features/boards/replay/ruling-schema'
import { ruleOnTrial } from '~/features/boards/replay/rule-on-trial.server'
import { readReplay } from '~/features/boards/replay/read-replay.server'
import { ScreenFrame } from '~/features/player/stage/components/screen-frame'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'judge', 'player'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Replay'),
]

export const loader = defineLoader('trials.read', async ({ ctx, params, url }) => {
  const view = await readReplay({
    ctx,
    input: { ...queryOf(url.href), trialId: params.trialId },
  })
  const title = fixedT(ctx.locale, 'boards')('replay.pageTitle', { title: view.facts.title })
  return { view, title }
})

/** Records a person's ruling on the trial. */
const fields = z.object({
  intent: z.literal('judge').optional(),
  verdict: z.enum(RULINGS),
  reason: z.string().default(''),
})

export const action = defineAction(
  { permission: 'trials.judge', fields },
  async ({ ctx, params, fields: said }) => {
    const { verdict, reason } = said
    await ruleOnTrial({ ctx, input: { trial: params.trialId ?? '', verdict, reason } })
    return { ok: true }
  },
)

export default function ReplayRoute() {
  const { view } = useLoaderData<typeof loader>()
  return <ReplayPage view={view} screen={<ScreenFrame view={view.screen} interactive={false} />} />
}
