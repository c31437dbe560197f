import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import type { ShouldRevalidateFunction } from '@remix-run/react'
import { isRouteErrorResponse, useFetcher, useLoaderData, useRouteError, useSubmit } from '@remix-run/react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { rateTrial } from '~/features/collect/trials/rate-trial.server'
import { readTrial, type ReadTrial } from '~/features/collect/trials/read-trial.server'
import { isDomainError } from '~/domain/errors'
import type { CarriedTrial } from '~/features/player/chapters/jump'
import type { Context } from '~/platform/context/context'
import { openTrialClient } from '~/features/player/client/trial-client'
import { Player } from '~/features/player/stage/components/player'
import { readRemarks } from '~/features/player/remarks/read-remarks.server'
import { QuestionDialog } from '~/features/talk/components/question-dialog'
import { PlayerError } from '~/features/player/stage/components/player-error'
import { TrialAfterword } from '~/features/player/end/components/trial-afterword'
import { readOtherPlanWork } from '~/features/player/earned/read-other-plan-work.server'
import { readPatience } from '~/features/player/stuck/read-patience.server'
import { makeSession } from '~/features/player/stage/make-session.server'
import { otherPlan } from '~/features/player/stage/session'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { statusOf } from '~/platform/http/http-errors'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { fixedT } from '~/platform/language/i18n'
import { readRating } from '~/features/player/end/read-rating.server'
import { ErrorScreen } from '~/ui/error-screen'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['player'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title),
  { name: 'robots', content: 'noindex' },
]

/** What an address may say wrongly is left out. */
const openingSchema = z.object({
  at: z.string().max(200).optional().catch(undefined),
  chapter: z.coerce.number().int().min(1).max(300).optional().catch(undefined),
  carries: z.uuid().optional().catch(undefined),
})

export const loader = defineLoader('anyone', async ({ ctx, params, url }) => {
  const { trial, trace, revision, elapsedMs } = await readTrial({
    ctx,
    input: { trial: params.trialId ?? '' },
  })
  const ways = (await ctx.trials.ways(trial.revisionId, trial.plan, trial.role))?.graph ?? null
  const rating = await readRating({ ctx, input: { trialId: trial.id } })
  const said = await readRemarks({ ctx, input: { trialId: trial.id } })
  const made = await makeSession(ctx, { trial, trace, revision, ways, elapsedMs })
  const session = {
    ...made,
    work: await readOtherPlanWork(ctx, { ...trial, other: otherPlan(made) }),
    patience: await readPatience(ctx, trial.demoSlug),
  }
  const title = session.demo.title[ctx.locale] ?? session.demo.slug
  const { at: state, chapter, carries } = openingSchema.parse(Object.fromEntries(url.searchParams))
  const opening = { state, chapter, trial: carries ? await carriedTrial(ctx, carries, trial) : undefined }
  const { offline = true } = await workspaceSettings(ctx)
  return {
    session,
    opening,
    rating,
    said,
    offline,
    title: fixedT(ctx.locale, 'player')('meta.title', { title }),
  }
})

/** The steps of an earlier trial of this visitor, if it is of the same revision. */
async function carriedTrial(
  ctx: Context,
  earlier: string,
  { revisionId, seed }: Pick<ReadTrial['trial'], 'revisionId' | 'seed'>,
): Promise<CarriedTrial | undefined> {
  const read = await readTrial({ ctx, input: { trial: earlier } }).catch((error: unknown) => {
    if (isDomainError(error)) return null
    throw error
  })
  if (read?.trial.revisionId !== revisionId || read.trial.seed !== seed) return undefined
  const { plan, role } = read.trial
  const ways = await ctx.trials.ways(revisionId, plan, role)
  return { plan, events: read.trace, ways: ways?.graph ?? null }
}

/** Stores the rating of the trial; the player sends its steps through the API. */
export const action = defineAction(
  {
    permission: 'anyone',
    fields: z.object({ stars: z.coerce.number(), comment: z.string().default('') }),
    refused: ({ error }) => data({ ok: false }, { status: statusOf(error.code) }),
  },
  async ({ ctx, params, fields }) => {
    await rateTrial({ ctx, input: { trial: params.trialId ?? '', ...fields } })
    return data({ ok: true })
  },
)

/** A trial is loaded once: after that the page has the latest state, and reloads only when the server disagrees. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams }) =>
  currentParams.trialId !== nextParams.trialId

export default function TrialRoute() {
  const { session, opening, rating, said, offline } = useLoaderData<typeof loader>()
  const submit = useSubmit()
  const rate = useFetcher<typeof action>()
  const { t } = useTranslation('player')
  const { trialId, demo, start } = session
  const begin = (fields: Record<string, string>) =>
    submit(
      { demo: demo.slug, role: start.role ?? '', ...fields },
      { method: 'post', action: paths.startTrial() },
    )
  const featureHref = useCallback(
    (feature: string | null) => paths.pricing({ from: trialId, ...(feature && { feature }) }),
    [trialId],
  )
  const compareHref = useCallback(
    (needs: string) => paths.compare(demo.slug, { trial: trialId, needs }),
    [demo.slug, trialId],
  )
  const other = otherPlan(session)
  const sent = rate.state === 'idle' && rate.data
  return (
    <>
      <noscript>
        <p className="bg-warn-soft px-5 py-3 text-sm">{t('noscript')}</p>
      </noscript>
      <Player
        key={trialId}
        session={session}
        connect={openTrialClient}
        offline={offline}
        leaveHref={paths.demo(demo.slug)}
        featureHref={featureHref}
        compareHref={compareHref}
        said={said}
        askPerson={(moment, onClose) => (
          <QuestionDialog trialId={trialId} moment={moment} onClose={onClose} />
        )}
        opening={opening}
        other={other}
        onSwitch={() => other && begin({ plan: other.plan, carries: trialId })}
        onStartOver={() => begin({ plan: start.plan, restartedFrom: trialId })}
        onStartAt={(chapter) =>
          begin({
            plan: start.plan,
            restartedFrom: trialId,
            ...(chapter > 1 && { chapter: String(chapter) }),
          })
        }
        afterResult={(_result, flush) => (
          <TrialAfterword
            trialId={trialId}
            plan={start.plan}
            other={other}
            compareHref={other && paths.compare(demo.slug, { trial: trialId })}
            rating={{
              given: rating,
              state: rate.state !== 'idle' ? 'sending' : sent ? (sent.ok ? 'sent' : 'failed') : 'open',
            }}
            onRate={({ stars, comment }) =>
              void flush().then(() => rate.submit({ stars, comment }, { method: 'post' }))
            }
            onTryOther={() => begin({ plan: other?.plan ?? start.plan })}
          />
        )}
      />
    </>
  )
}

/** Statuses that mean that this browser has no such trial. */
const ABSENT = [404, 410, 422]

export function ErrorBoundary() {
  const error = useRouteError()
  const absent = isRouteErrorResponse(error) && ABSENT.includes(error.status)
  return (
    <main className="grid min-h-dvh place-items-center">{absent ? <PlayerError /> : <ErrorScreen />}</main>
  )
}
