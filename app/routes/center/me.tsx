import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { eraseVisitor } from '~/features/collect/erase-visitor.server'
import { makeResumeLink } from '~/features/collect/make-resume-link.server'
import { PrivacyPanel } from '~/features/me/components/privacy-panel'
import { TrialRow } from '~/features/me/components/trial-row'
import { consentState } from '~/features/me/consent-state.server'
import { listMyTrials } from '~/features/me/list-my-trials.server'
import { paths } from '~/paths'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'
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

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  const t = fixedT(ctx.locale, 'center')
  try {
    return {
      trials: await listMyTrials({ ctx }),
      known: ctx.visitor !== null,
      erased: new URL(args.request.url).searchParams.has('erased'),
      consent: await consentState(ctx, args.request.headers),
      title: t('meta', { name: t('me.title') }),
    }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  const form = await args.request.formData()
  try {
    switch (form.get('intent')) {
      case 'resume-link': {
        const { path } = await makeResumeLink({ ctx, input: { trial: String(form.get('trial')) } })
        return { link: new URL(path, ctx.env.origin ?? args.request.url).href }
      }
      case 'erase': {
        const receipt = await eraseVisitor({ ctx })
        return redirect(receipt ? paths.receipt(receipt.id) : paths.me({ erased: '1' }), {
          headers: { 'Set-Cookie': forgetVisitorCookie(ctx.env) },
        })
      }
      default:
        return { link: null }
    }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

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
