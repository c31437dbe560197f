import type { MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addWebhook } from '~/features/alerts/add-webhook.server'
import { AlertsPage } from '~/features/alerts/components/alerts-page'
import { WebhookSection, type WebhookAnswer } from '~/features/alerts/components/webhook-section'
import { listAlerts } from '~/features/alerts/list-alerts.server'
import { listWebhooks } from '~/features/alerts/list-webhooks.server'
import { markSeen } from '~/features/alerts/mark-seen.server'
import { removeWebhook } from '~/features/alerts/remove-webhook.server'
import { alertIdSchema, switchSchema, webhookIdSchema, webhookSchema } from '~/features/alerts/schemas'
import { switchMeasure } from '~/features/alerts/switch-measure.server'
import { testWebhook } from '~/features/alerts/test-webhook.server'
import { wantAlertMail } from '~/features/alerts/want-alert-mail.server'
import { paths } from '~/paths'
import { isPermitted } from '~/platform/context/is-permitted'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { issuesOf } from '~/platform/http/parse-input'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'
import { TimeZoneProvider } from '~/ui/when'

export const handle = { i18n: ['alerts'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title ?? 'Alerts'),
]

export const loader = defineLoader('boards.read', async ({ ctx }) => ({
  board: await listAlerts({ ctx }),
  webhooks: isPermitted(ctx, 'webhooks.manage') ? await listWebhooks({ ctx }) : null,
  timeZone: await workspaceTimeZone(ctx),
  title: fixedT(ctx.locale, 'alerts')('page.title'),
}))

const fields = z.discriminatedUnion('intent', [
  alertIdSchema.extend({ intent: z.literal('seen') }),
  // Parsed by the use cases.
  z.object({
    intent: z.literal('switch'),
    measure: switchSchema.shape.measure,
    on: z.enum(['true', 'false']),
  }),
  z.object({ intent: z.literal('mail'), wanted: z.enum(['true', 'false']) }),
  webhookSchema.extend({ intent: z.literal('add-webhook') }),
  webhookIdSchema.extend({ intent: z.literal('test-webhook') }),
  webhookIdSchema.extend({ intent: z.literal('remove-webhook') }),
])

export const action = defineAction(
  {
    permission: 'boards.read',
    fields,
    refused: ({ error }) => {
      const issue =
        error.code === 'invalid-input' ? issuesOf(error).find(({ at }) => at.startsWith('url')) : undefined
      return issue ? data<WebhookAnswer>({ error: issue.message }, { status: 422 }) : null
    },
  },
  async ({ ctx, fields: asked }) => {
    switch (asked.intent) {
      case 'add-webhook': {
        const { secret } = await addWebhook({ ctx, input: asked })
        return data<WebhookAnswer>({ secret }, { headers: { 'Cache-Control': 'no-store' } })
      }
      case 'test-webhook':
        await testWebhook({ ctx, input: asked })
        return data<WebhookAnswer>({ tested: true })
      case 'seen':
        await markSeen({ ctx, input: asked })
        break
      case 'switch':
        await switchMeasure({ ctx, input: asked })
        break
      case 'mail':
        await wantAlertMail({ ctx, input: asked })
        break
      case 'remove-webhook':
        await removeWebhook({ ctx, input: asked })
    }
    return redirect(paths.alerts())
  },
)

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function AlertsRoute() {
  const { board, webhooks, timeZone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <TimeZoneProvider value={timeZone}>
      <AlertsPage
        board={board}
        webhooks={webhooks ? <WebhookSection webhooks={webhooks} answer={answer ?? undefined} /> : null}
      />
    </TimeZoneProvider>
  )
}
