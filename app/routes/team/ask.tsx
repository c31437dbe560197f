import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changeAsk } from '~/features/asks/change-ask.server'
import { AskPage } from '~/features/asks/components/ask-page'
import type { AskAnswer } from '~/features/asks/components/ask-page'
import { readAsk } from '~/features/asks/read-ask.server'
import { NOTE_LENGTH } from '~/features/asks/schemas'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { statusOf } from '~/platform/http/http-errors'
import { isPermitted } from '~/platform/context/is-permitted'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { TimeZoneProvider } from '~/ui/when'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['team'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.ask.company ?? 'Team'),
]

export const loader = defineLoader('asks.read', async ({ ctx, params }) => {
  const read = await readAsk({ ctx, input: { id: params.askId ?? '' } })
  const { timeZone } = await workspaceSettings(ctx)
  return {
    ...read,
    timeZone,
    mayAnswer: isPermitted(ctx, 'asks.answer'),
    mayReplay: isPermitted(ctx, 'trials.read'),
  }
})

const version = z.string()
const fields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('answered'), version }),
  z.object({ intent: z.literal('new'), version }),
  z.object({ intent: z.literal('assign'), version, assignedTo: z.string().default('') }),
  z.object({ intent: z.literal('note'), version, note: z.string().max(NOTE_LENGTH).default('') }),
])

export const action = defineAction(
  {
    permission: 'asks.answer',
    fields,
    refused: ({ error }) =>
      error.code === 'conflict' || error.code === 'not-found'
        ? data<AskAnswer>({ failed: error.code }, { status: statusOf(error.code) })
        : null,
  },
  async ({ ctx, params, fields: { intent, ...wish } }) => {
    const state = intent === 'answered' || intent === 'new' ? { state: intent } : {}
    await changeAsk({ ctx, input: { id: params.askId ?? '', ...wish, ...state } })
    return data<AskAnswer>({ done: intent })
  },
)

export default function Ask() {
  const read = useLoaderData<typeof loader>()
  return (
    <TimeZoneProvider value={read.timeZone}>
      <AskPage {...read} answer={useActionData<typeof action>()} />
    </TimeZoneProvider>
  )
}
