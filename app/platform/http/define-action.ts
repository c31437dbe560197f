import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { isDomainError } from '~/domain/errors'
import type { DomainError } from '~/domain/errors'
import { isBodyRefusal } from './forms/body-refusal'
import { formReply } from './forms/form-reply'
import type { ReplyOptions } from './forms/form-reply'
import { readForm } from './forms/read-form'
import type { FormFields } from './forms/read-form'
import { parseShape } from './parse-input'
import { answerRoute } from './route-call'
import type { RouteCall, RoutePermission } from './route-call'

/** A refusal that the page may explain: of a field by its schema, or by the use case. */
interface Refused extends RouteCall {
  error: DomainError
  /** What refused: the schema of the form, or the use case. */
  by: 'fields' | 'work'
  /** For a form made with `useForm`: its `lastResult`, with what was typed. */
  reply(options?: ReplyOptions): SubmissionResult<string[]>
}

interface ActionOptions<Fields extends z.ZodType | undefined, Answer> {
  /** Asked before the body is read. */
  permission: RoutePermission
  /** The names that the form may send, each once unless its schema is a list. Without it no body is read. */
  fields?: Fields
  /** An answer for a body that is larger than its page takes, where a person can send one: a file, a long draft. */
  tooLarge?: () => Answer
  /** An answer for refusals that the page shows by itself; null leaves one to the error boundary. */
  refused?: (refused: Refused) => Answer | null
}

type FieldsOf<Fields> = Fields extends z.ZodType ? z.output<Fields> : undefined

/**
 * The action of a route, in this order: the context of the request, the permission that the route names, the form by
 * one reader that takes known names only, their schema, then the work. Nothing of a body is read for somebody who may
 * not send it, and no body is parsed before it is bounded (`body-limits.ts`).
 *
 * ```ts
 * export const action = defineAction(
 *   {
 *     permission: 'keys.manage',
 *     fields: z.object({ name: z.string(), scopes: z.array(z.string()).max(10) }),
 *     refused: ({ error, reply }) =>
 *       error.code === 'invalid-input' ? data({ result: reply() }, { status: 422 }) : null,
 *   },
 *   async ({ ctx, fields }) => ({ made: await makeKey({ ctx, input: fields }) }),
 * )
 * ```
 *
 * A field that was left empty is absent, so give it a default where it may be. Forms of one page that differ by their
 * `intent` are a `z.discriminatedUnion`; `jsonField` holds a document, `fileField` a file of a multipart form. Refusals
 * of use cases are thrown through: they become answers here.
 */
export function defineAction<Answer, Refusal = never, Fields extends z.ZodType | undefined = undefined>(
  options: ActionOptions<Fields, Refusal>,
  act: (call: RouteCall & { fields: FieldsOf<Fields> }) => Promise<Answer> | Answer,
): (args: ActionFunctionArgs) => Promise<Answer | Refusal> {
  const { permission, fields: schema } = options
  return (args) =>
    answerRoute<Answer | Refusal>(args, permission, async (call) => {
      let sent: FormFields = {}
      let by: Refused['by'] = 'fields'
      try {
        if (schema) sent = await readForm(args.request, schema)
        const fields = (schema ? parseShape(schema, sent) : undefined) as FieldsOf<Fields>
        by = 'work'
        return await act({ ...call, fields })
      } catch (error) {
        const answer = answerTo(error, options, { ...call, by, sent })
        if (answer === null) throw error
        return answer
      }
    })
}

function answerTo<Fields extends z.ZodType | undefined, Answer>(
  error: unknown,
  { refused, tooLarge }: ActionOptions<Fields, Answer>,
  { sent, ...where }: RouteCall & { by: Refused['by']; sent: FormFields },
): Answer | null {
  if (tooLarge && isBodyRefusal(error) && error.status === 413) return tooLarge()
  if (!refused || !isDomainError(error)) return null
  return refused({ ...where, error, reply: (options) => formReply(sent, error, options) })
}
