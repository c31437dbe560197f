import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { queryOf } from '~/features/boards/board-query'
import { ReplayPage } from '~/features/boards/components/replay-page'
import type { Verdict } from '~/features/boards/judge-schema'
import { judgeTrial } from '~/features/boards/judge-trial.server'
import { readReplay } from '~/features/boards/read-replay.server'
import { ScreenFrame } from '~/features/player/components/screen-frame'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'

export const handle = { i18n: ['boards', 'judge', 'player'] }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Replay'} · Foyer` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    const view = await readReplay({
      ctx,
      input: { ...queryOf(args.request.url), trialId: args.params.trialId },
    })
    const title = fixedT(ctx.locale, 'boards')('replay.pageTitle', { title: view.facts.title })
    return { view, title }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

/** A person decides about the trial. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  const form = await args.request.formData()
  const [verdict, reason] = [String(form.get('verdict')), String(form.get('reason') ?? '')]
  try {
    const input = { trial: args.params.trialId ?? '', verdict: verdict as Verdict, reason }
    await judgeTrial({ ctx, input })
    return { ok: true }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export default function ReplayRoute() {
  const { view } = useLoaderData<typeof loader>()
  return <ReplayPage view={view} screen={<ScreenFrame view={view.screen} interactive={false} />} />
}
