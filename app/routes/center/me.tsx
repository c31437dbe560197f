import type { MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { DomainError } from '~/domain/errors'
import { AddressList } from '~/features/addresses/components/address-list'
import { enterCode } from '~/features/addresses/enter-code.server'
import { listMyAddresses } from '~/features/addresses/list-my-addresses.server'
import { sendAgain } from '~/features/addresses/send-again.server'
import { eraseVisitor } from '~/features/collect/visitor-rights/erase-visitor.server'
import { makeResumeLink } from '~/features/collect/trials/make-resume-link.server'
import { GoalList } from '~/features/me/components/goal-list'
import { PrivacyPanel } from '~/features/me/components/privacy-panel'
import { MyTrial } from '~/features/me/components/my-trial'
import { consentState } from '~/features/me/consent-state.server'
import { listMyGoals } from '~/features/me/list-my-goals.server'
import { listMyTrials } from '~/features/me/list-my-trials.server'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { statusOf } from '~/platform/http/http-errors'
import { fixedT } from '~/platform/language/i18n'
import { forgetVisitorCookie } from '~/platform/visitor/visitor-cookie'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageTitle } from '~/ui/page-title'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title),
  { name: 'robots', content: 'noindex' },
]

export const loader = defineLoader('anyone', async ({ ctx, url, headers }) => {
  const t = fixedT(ctx.locale, 'center')
  return {
    trials: await listMyTrials({ ctx }),
    goals: await listMyGoals({ ctx }),
    addresses: await listMyAddresses({ ctx }),
    isGuest: ctx.visitor?.browserId !== undefined,
    known: ctx.visitor !== null,
    erased: url.searchParams.has('erased'),
    consent: await consentState(ctx, headers),
    title: t('me.title'),
  }
})

const fields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('resume-link'), trial: z.string() }),
  z.object({ intent: z.literal('confirm-code'), code: z.string().default('') }),
  z.object({ intent: z.literal('send-again'), email: z.string().default('') }),
  z.object({ intent: z.literal('erase') }),
])

export const action = defineAction(
  {
    permission: 'anyone',
    fields,
    refused: ({ error, by }) => (by === 'work' ? refusal(error) : null),
  },
  async ({ ctx, url, fields: asked }) => {
    switch (asked.intent) {
      case 'resume-link': {
        const { path } = await makeResumeLink({ ctx, input: { trial: asked.trial } })
        return { link: new URL(path, ctx.env.origin ?? url).href }
      }
      case 'confirm-code':
        await enterCode({ ctx, input: { code: asked.code } })
        return { addressDone: 'confirmed' as const }
      case 'send-again':
        return { addressDone: await sendAgain({ ctx, input: { email: asked.email } }) }
      case 'erase': {
        const receipt = await eraseVisitor({ ctx })
        return redirect(receipt ? paths.receipt(receipt.id) : paths.me({ erased: '1' }), {
          headers: { 'Set-Cookie': forgetVisitorCookie(ctx.env) },
        })
      }
    }
  },
)

/** Correctable mistakes are shown beside the form; anything else becomes the page's error. */
function refusal(error: DomainError) {
  const status = statusOf(error.code)
  if (error.code === 'forbidden' && error.details.reason) return data({ eraseFailed: true }, { status })
  const reason = addressProblem(error)
  return reason === undefined ? null : data({ addressFailed: reason }, { status })
}

/** Why a code or a message for an address was refused; undefined when it is about something else. */
function addressProblem(error: DomainError): string | undefined {
  if (error.code === 'rate-limited') return error.code
  return error.code === 'invalid-input' ? error.details.reason : undefined
}

export default function Me() {
  const { trials, goals, addresses, isGuest, known, erased, consent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const eraseFailed = answer !== undefined && 'eraseFailed' in answer
  const { t } = useTranslation('center')
  return (
    <div className="grid max-w-4xl gap-14">
      <PageTitle title={t('me.title')} lead={t('me.lead')} />
      {erased ? <Notice tone="good" live title={t('me.erased')} /> : null}
      {trials.length > 0 ? (
        <ul>
          {trials.map((trial) => (
            <MyTrial key={trial.id} trial={trial} />
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
      <GoalList goals={goals} />
      <AddressList addresses={addresses} />
      <section aria-labelledby="privacy" className="grid gap-8 border-t border-line pt-10">
        <h2 id="privacy" className="text-headline">
          {t('me.privacy')}
        </h2>
        {isGuest ? <Notice>{t('me.guest')}</Notice> : null}
        <PrivacyPanel consent={consent} known={known} eraseFailed={eraseFailed} />
      </section>
    </div>
  )
}
