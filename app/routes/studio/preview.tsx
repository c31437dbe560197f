import { ErrorScreen } from '~/ui/error-screen'
import { Form, Link, useLoaderData, useSubmit } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Player } from '~/features/player/stage/components/player'
import { makeSession } from '~/features/player/stage/make-session.server'
import { previewDemo } from '~/features/studio/preview/preview-demo.server'
import type { RunnableDemo } from '~/features/studio/preview/preview-demo.server'
import { paths } from '~/paths'
import type { Context } from '~/platform/context/context'
import { defineLoader } from '~/platform/http/define-loader'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { siteTitle } from '~/ui/site-title'
import type { PageMatches } from '~/ui/site-title'

export const handle = { i18n: ['player', 'studio'] }

export const loader = defineLoader('documents.read', async ({ ctx, params, url }) => {
  const query = url.searchParams
  const { slug, of, runnable } = await previewDemo({
    ctx,
    input: {
      slug: params.slug ?? '',
      plan: query.get('plan') ?? undefined,
      revision: query.get('revision') ?? undefined,
    },
  })
  return {
    slug,
    of,
    plans: runnable?.body.demo.plans ?? [],
    session: runnable && (await sessionOf(ctx, runnable)),
  }
})

/** A stand-in for a trial: it is not stored, and the same seed gives the same run. */
function sessionOf(ctx: Context, { body, rendered, plan, role, ways }: RunnableDemo) {
  const trial = { id: 'preview', seed: 'preview', plan, role, startedAt: ctx.now(), activeMs: 0 }
  return makeSession(ctx, { trial, trace: [], revision: { body, rendered }, ways, elapsedMs: 0 })
}

export const meta = ({ data, matches }: { data?: { slug: string }; matches: PageMatches }) => [
  siteTitle(matches, data?.slug ?? 'Preview'),
  { name: 'robots', content: 'noindex' },
]

/** Revalidation must not interrupt a preview. */
export const shouldRevalidate = ({ currentUrl, nextUrl }: { currentUrl: URL; nextUrl: URL }) =>
  currentUrl.href !== nextUrl.href

/** Shown outside the studio's layout, so it has its own link back. */
export function ErrorBoundary() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorScreen first={paths.studio()} />
    </main>
  )
}

export default function Preview() {
  const { slug, of, session } = useLoaderData<typeof loader>()
  const { t } = useTranslation('studio')
  const [{ runs, chapter }, setBegun] = useState({ runs: 0, chapter: 1 })
  const opening = useMemo(() => ({ chapter }), [chapter])
  const back = paths.document('demo', slug)
  if (!session) {
    return (
      <main className="grid min-h-dvh place-items-center">
        <EmptyState
          title={t('preview.broken')}
          action={
            <LinkButton to={back} tone="primary">
              {t('preview.back')}
            </LinkButton>
          }
        >
          <p>{t('preview.brokenText')}</p>
        </EmptyState>
      </main>
    )
  }
  return (
    <div className="*:last:min-h-[calc(100dvh-2.75rem)] lg:*:last:h-[calc(100dvh-2.75rem)]">
      <PreviewBar />
      <Player
        key={`${JSON.stringify(of)} ${session.start.plan} ${runs}`}
        session={session}
        leaveHref={back}
        opening={opening}
        onStartOver={() => setBegun({ runs: runs + 1, chapter: 1 })}
        onStartAt={(at) => setBegun({ runs: runs + 1, chapter: at })}
      />
    </div>
  )
}

function PreviewBar() {
  const { slug, of, plans, session } = useLoaderData<typeof loader>()
  const { t } = useTranslation('studio')
  const submit = useSubmit()
  const what =
    'revision' in of
      ? t('revision', { number: of.revision })
      : t('preview.draft', { version: of.draftVersion })
  return (
    <div className="flex h-11 items-center gap-x-4 overflow-x-auto bg-ink px-4 text-xs whitespace-nowrap text-canvas">
      <Link
        to={paths.document('demo', slug)}
        className="inline-flex min-h-9 items-center gap-1.5 font-medium hover:underline"
      >
        <ArrowLeft className="size-3.5" aria-hidden="true" />
        <span>{t('preview.back')}</span>
      </Link>
      <span>{what}</span>
      <span className="opacity-70 max-md:hidden">{t('preview.note')}</span>
      <Form
        className="ml-auto flex items-center gap-2"
        onChange={(event) => void submit(event.currentTarget, { replace: true })}
      >
        {'revision' in of ? <input type="hidden" name="revision" value={of.revision} /> : null}
        <label className="flex items-center gap-2">
          <span className="opacity-70">{t('preview.plan')}</span>
          <select
            name="plan"
            defaultValue={session?.start.plan}
            className="min-h-8 rounded-md bg-canvas px-2 text-ink"
          >
            {plans.map((plan) => (
              <option key={plan} value={plan}>
                {session?.planNames[plan] ?? plan}
              </option>
            ))}
          </select>
        </label>
      </Form>
    </div>
  )
}
