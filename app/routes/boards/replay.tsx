import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { queryOf } from '~/features/boards/board-query'
import { ReplayPage } from '~/features/boards/components/replay-page'
import { readReplay } from '~/features/boards/read-replay.server'
import { alignPaths } from '~/features/player/align-paths'
import { PathComparison } from '~/features/player/components/path-comparison'
import { ScreenFrame } from '~/features/player/components/screen-frame'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'

export const handle = { i18n: ['boards', 'player'] }

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

export default function ReplayRoute() {
  const { view } = useLoaderData<typeof loader>()
  const { path, ideal, stateNames } = view
  const ways = useMemo(
    () =>
      ideal
        ? alignPaths(path, ideal).map((step) => ({ ...step, title: stateNames[step.state] ?? step.state }))
        : [],
    [path, ideal, stateNames],
  )
  return (
    <ReplayPage
      view={view}
      screen={<ScreenFrame view={view.screen} interactive={false} />}
      ways={ways.length > 0 ? <PathComparison ways={ways} /> : null}
    />
  )
}
