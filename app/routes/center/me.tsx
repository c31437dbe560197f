import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { eraseVisitor } from '~/features/collect/erase-visitor.server'
import { makeResumeLink } from '~/features/collect/make-resume-link.server'
import { PrivacyPanel } from '~/features/me/components/privacy-panel'
import { TrialRow } from '~/features/me/components/trial-row'
import { consentState } from '~/features/me/consent-state.server'
import { listMyTrials } from '~/features/me/list-my-trials.server'
import { paths } from '~/paths'
import { defineAction } from '~/server/define-action'
import { defineLoader } from '~/server/define-loader'
import { fixedT } from '~/server/i18n'
import { forgetVisitorCookie } from '~/server/visitor-cookie'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageTitle } from '~/ui/page-title'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? 'Foyer' },
  { name: 'robots', content: 'noindex' },
]

export const loader = defineLoader('anyone', async ({ ctx, url, headers }) => {
  const t = fixedT(ctx.locale, 'center')
  return {
    trials: await listMyTrials({ ctx }),
    known: ctx.visitor !== null,
    erased: url.searchParams.has('erased'),
    consent: await consentState(ctx, headers),
    title: t('meta', { name: t('me.title') }),
  }
})

const fields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('resume-link'), trial: z.string() }),
  z.object({ intent: z.literal('erase') }),
])

export const action = defineAction({ permission: 'anyone', fields }, async ({ ctx, url, fields: asked }) => {
  if (asked.intent === 'resume-link') {
    const { path } = await makeResumeLink({ ctx, input: { trial: asked.trial } })
    return { link: new URL(path, ctx.env.origin ?? url).href }
  }
  const receipt = await eraseVisitor({ ctx })
  return redirect(receipt ? paths.receipt(receipt.id) : paths.me({ erased: '1' }), {
    headers: { 'Set-Cookie': forgetVisitorCookie(ctx.env) },
  })
})

export default function Me() {
  const { trials, known, erased, consent } = useLoaderData<typeof loader>()
  const { t } = useTranslation('center')
  return (
    <div className="grid max-w-4xl gap-14">
      <PageTitle title={t('me.title')} lead={t('me.lead')} />
      {erased ? <Notice tone="good" live title={t('me.erased')} /> : null}
      {trials.length > 0 ? (
        <ul>
          {trials.map((trial) => (
            <TrialRow key={trial.id} trial={trial} />
          ))}
        </ul>
      ) : (
        <div className="rounded-2xl bg-sunken">
          <EmptyState
            title={t('me.emptyTitle')}
            action={
              <LinkButton to={paths.home()} tone="primary">
                {t('me.emptyGo')}
              </LinkButton>
            }
          >
            <p>{t('me.emptyText')}</p>
          </EmptyState>
        </div>
      )}
      <section aria-labelledby="privacy" className="grid gap-8 border-t border-line pt-10">
        <h2 id="privacy" className="text-headline">
          {t('me.privacy')}
        </h2>
        <PrivacyPanel consent={consent} known={known} />
      </section>
    </div>
  )
}
