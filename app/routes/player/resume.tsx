import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openResumeLink } from '~/features/collect/trials/open-resume-link.server'
import { paths } from '~/paths'
import type { Context } from '~/platform/context/context'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { anotherBrowserOf, visitorCookie } from '~/platform/visitor/visitor-cookie'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { PageTitle } from '~/ui/page-title'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title),
  { name: 'robots', content: 'noindex' },
]

/**
 * Opens a personal link. It always asks before changing the visitor of this browser, since anybody can send somebody a
 * link.
 */
export const loader = defineLoader('anyone', async ({ ctx, params }) => {
  const opened = await openResumeLink({ ctx, input: { token: params.token ?? '' } })
  if (ctx.visitor?.id === opened.visitorId) throw redirect(paths.trial(opened.trialId))
  const t = fixedT(ctx.locale, 'center')
  const title = t(opened.leaves > 0 ? 'resume.title' : 'resume.goOnTitle')
  return { leaves: opened.leaves, title }
})

/** Continues as the link's visitor, after confirmation. */
export const action = defineAction({ permission: 'anyone' }, async ({ ctx, params }) =>
  becomeVisitor(ctx, await openResumeLink({ ctx, input: { token: params.token ?? '' } })),
)

function becomeVisitor(ctx: Context, { visitorId, trialId }: { visitorId: string; trialId: string }) {
  if (ctx.visitor?.id === visitorId) return redirect(paths.trial(trialId))
  const visitor = anotherBrowserOf(visitorId, ctx)
  return redirect(paths.trial(trialId), { headers: { 'Set-Cookie': visitorCookie(visitor, ctx.env) } })
}

export default function Resume() {
  const { leaves } = useLoaderData<typeof loader>()
  const busy = useNavigation().state === 'submitting'
  return leaves > 0 ? <Exchange leaves={leaves} busy={busy} /> : <GoOn busy={busy} />
}

/** For a browser that would lose access to its own trials. */
function Exchange({ leaves, busy }: { leaves: number; busy: boolean }) {
  const { t } = useTranslation('center')
  return (
    <div className="grid max-w-2xl gap-8">
      <PageTitle title={t('resume.title')} lead={t('resume.text', { count: leaves })} />
      <Form method="post" className="flex flex-wrap gap-3">
        <LinkButton to={paths.me()} tone="primary" size="large">
          {t('resume.no')}
        </LinkButton>
        <Button type="submit" size="large" busy={busy}>
          {t('resume.yes')}
        </Button>
      </Form>
      <p className="text-sm text-muted">{t('resume.own')}</p>
    </div>
  )
}

function GoOn({ busy }: { busy: boolean }) {
  const { t } = useTranslation('center')
  return (
    <div className="grid max-w-2xl gap-8">
      <PageTitle title={t('resume.goOnTitle')} lead={t('resume.goOnText')} />
      <Form method="post" className="flex flex-wrap gap-3">
        <Button type="submit" tone="primary" size="large" busy={busy}>
          {t('resume.goOn')}
        </Button>
        <LinkButton to={paths.home()} size="large">
          {t('resume.leave')}
        </LinkButton>
      </Form>
    </div>
  )
}
