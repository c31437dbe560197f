import type { MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changeBoardMail } from '~/features/boards/outlets/change-board-mail.server'
import { OutletsPage, type OutletAnswer } from '~/features/boards/outlets/components/outlets-page'
import { listOutlets } from '~/features/boards/outlets/list-outlets.server'
import { MAIL_CHANGES } from '~/features/boards/outlets/mail-schemas'
import { revokeShare } from '~/features/boards/outlets/revoke-share.server'
import { scheduleBoardMail } from '~/features/boards/outlets/schedule-board-mail.server'
import { shareBoard } from '~/features/boards/outlets/share-board.server'
import { paths } from '~/paths'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { ownOrigin } from '~/platform/http/own-origin'
import { issuesOf } from '~/platform/http/parse-input'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'
import { TimeZoneProvider } from '~/ui/when'

export const handle = { i18n: ['outlets', 'boards'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title ?? 'Boards'),
]

export const loader = defineLoader('shares.manage', async ({ ctx, url }) => {
  const board = url.searchParams.get('board')
  const view = url.searchParams.get('view') ?? ''
  return {
    list: await listOutlets({ ctx }),
    chosen: board === null ? null : { board, view },
    timeZone: await workspaceTimeZone(ctx),
    title: fixedT(ctx.locale, 'outlets')('page.title'),
  }
})

const chosen = { board: z.string().max(40), view: z.string().max(8_000).default('') }

const fields = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('share'),
    ...chosen,
    period: z.enum(['frozen', 'rolling']),
    days: z.string(),
  }),
  z.object({
    ...{ intent: z.literal('schedule'), ...chosen, frequency: z.enum(['daily', 'weekly', 'monthly']) },
    ...{ weekday: z.string(), dayOfMonth: z.string(), hour: z.string(), readers: z.string().default('') },
  }),
  z.object({ intent: z.literal('revoke'), id: z.uuid() }),
  ...MAIL_CHANGES.map((change) => z.object({ intent: z.literal(change), id: z.uuid() })),
])

const parametersOf = (view: string): Record<string, string> => Object.fromEntries(new URLSearchParams(view))

export const action = defineAction(
  {
    permission: 'shares.manage',
    fields,
    refused: ({ error }) => {
      const issues = error.code === 'invalid-input' ? issuesOf(error) : []
      const errors = Object.fromEntries(issues.map(({ at, message }) => [at.split('.')[0], message]))
      return issues.length > 0 ? data<OutletAnswer>({ errors }, { status: 422 }) : null
    },
  },
  async ({ ctx, fields: asked }) => {
    if (asked.intent === 'share') {
      const { board, view, period, days } = asked
      const { token } = await shareBoard({
        ctx,
        input: { board, parameters: parametersOf(view), period, days },
      })
      const link = ownOrigin(ctx.env) + paths.sharedBoard(token)
      return data<OutletAnswer>({ link }, { headers: { 'Cache-Control': 'no-store' } })
    }
    if (asked.intent === 'schedule') {
      const { intent: _intent, view, ...schedule } = asked
      await scheduleBoardMail({ ctx, input: { ...schedule, parameters: parametersOf(view) } })
    } else if (asked.intent === 'revoke') await revokeShare({ ctx, input: asked })
    else await changeBoardMail({ ctx, input: { id: asked.id, change: asked.intent } })
    return redirect(paths.outlets())
  },
)

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function OutletsRoute() {
  const { list, chosen: view, timeZone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <TimeZoneProvider value={timeZone}>
      <OutletsPage list={list} chosen={view} answer={answer ?? undefined} timeZone={timeZone} />
    </TimeZoneProvider>
  )
}
