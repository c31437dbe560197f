import type { MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changeFeedback } from '~/features/boards/feedback/change-feedback.server'
import type { FeedbackAnswer } from '~/features/boards/feedback/components/feedback-answer'
import { FeedbackPage } from '~/features/boards/feedback/components/feedback-page'
import { readFeedback } from '~/features/boards/feedback/read-feedback.server'
import { chosenChanges, undoField } from '~/features/boards/feedback/sent-changes'
import { MOST_CHANGES } from '~/features/boards/feedback/schemas'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { statusOf } from '~/platform/http/http-errors'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'feedback'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title ?? 'Feedback'),
]

export const loader = defineLoader('trials.read', async ({ ctx, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const board = await readFeedback({ ctx, input: queryOf(url.href) })
  return { board, title: fixedT(ctx.locale, 'feedback')('title') }
})

const chosen = {
  item: z.array(z.string().max(500)).max(MOST_CHANGES).default([]),
  assignedTo: z.string().default(''),
  revisionId: z.string().default(''),
}
const fields = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['seen', 'new', 'assign', 'answer']), ...chosen }),
  z.object({ intent: z.literal('undo'), undo: undoField }),
])

export const action = defineAction(
  {
    permission: 'asks.answer',
    fields,
    refused: ({ error, by }) => {
      const failed = by === 'fields' || error.code === 'invalid-input' ? 'nothing' : 'unknown'
      return data<FeedbackAnswer>({ failed }, { status: statusOf(error.code) })
    },
  },
  async ({ ctx, fields: sent }) => {
    const changes = sent.intent === 'undo' ? sent.undo : chosenChanges(sent)
    return data<FeedbackAnswer>(await changeFeedback({ ctx, input: { changes } }))
  },
)

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function FeedbackRoute() {
  const { board } = useLoaderData<typeof loader>()
  return <FeedbackPage board={board} answer={useActionData<typeof action>()} />
}
