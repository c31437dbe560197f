import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MessagePage } from '~/features/outbox/components/message-page'
import { readMail } from '~/features/outbox/read-mail.server'
import { sendMailAgain } from '~/features/outbox/send-mail-again.server'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { TimeZoneProvider } from '~/ui/when'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['team'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.mail.subject ?? 'Studio'),
]

export const loader = defineLoader('outbox.read', async ({ ctx, params }) => {
  const mail = await readMail({ ctx, input: { id: params.mailId ?? '' } })
  const { timeZone } = await workspaceSettings(ctx)
  return { mail, timeZone }
})

export const action = defineAction(
  {
    permission: 'outbox.read',
    refused: ({ error }) => (error.code === 'conflict' ? data({ isQueued: false }, { status: 409 }) : null),
  },
  async ({ ctx, params }) => {
    await sendMailAgain({ ctx, input: { id: params.mailId ?? '' } })
    return data({ isQueued: true })
  },
)

export default function OutboxMessage() {
  const { mail, timeZone } = useLoaderData<typeof loader>()
  return (
    <TimeZoneProvider value={timeZone}>
      <MessagePage mail={mail} answer={useActionData<typeof action>()} />
    </TimeZoneProvider>
  )
}
