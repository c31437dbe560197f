import { data, redirect } from '@remix-run/node'
import { askPerson } from '~/features/talk/ask-person.server'
import type { QuestionAnswer } from '~/features/talk/components/question-dialog'
import { questionSchema } from '~/features/talk/schemas'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { statusOf } from '~/platform/http/http-errors'

/** This address has no page: reloading a failed form leads back to the trial. */
export const loader = defineLoader('anyone', ({ params }) => redirect(paths.trial(params.trialId ?? '')))

/** Keeps a question that came up in the player. */
export const action = defineAction(
  {
    permission: 'anyone',
    fields: questionSchema,
    refused: ({ error, by, reply }) => {
      const result = reply(by === 'fields' ? {} : { formErrors: ['failed'] })
      return data<QuestionAnswer>({ result, sent: null }, { status: statusOf(error.code) })
    },
  },
  async ({ ctx, params, fields }) => {
    const { id, name, email, company, message, state, seq } = fields
    const check = await askPerson({
      ctx,
      input: {
        ...{ id, kind: 'question' as const, contact: { name, email, company, message } },
        ...{ trial: params.trialId, moment: { state, seq } },
      },
    })
    return data<QuestionAnswer>({ result: null, sent: { name, check } })
  },
)
