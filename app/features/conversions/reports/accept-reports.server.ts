import { z } from 'zod'
import { DomainError } from '~/domain/errors'
import { answerOnce } from '~/platform/cache/answer-once'
import type { OnceAnswer } from '~/platform/cache/answer-once'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import { reportConversions } from './report-conversions.server'
import type { ReportResult } from './report-conversions.server'
import { MOST_REPORTS, idempotencyKeySchema } from '../schemas'

const inputSchema = z.strictObject({
  /** One conversion or a list of them, as the body came: each is parsed by itself. */
  body: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown()).min(1).max(MOST_REPORTS)], {
    error: `Send a conversion, or a list of 1 to ${MOST_REPORTS}.`,
  }),
  idempotencyKey: idempotencyKeySchema.optional(),
})

/**
 * Accepts reports by the API: one conversion (answered with its result, 201 when it is new) or a batch (answered with a
 * result for each). A request is committed as a whole.
 *
 * @throws DomainError `unauthenticated`, `forbidden`, `idempotency-mismatch`; `invalid-input` for a body of another kind;
 *   and the refusal of a single conversion.
 */
export const acceptReports = verb(
  { permission: 'conversions.manage', input: inputSchema },
  async ({ ctx, input: { body, idempotencyKey } }): Promise<OnceAnswer & { replayed: boolean }> => {
    const { actor } = ctx
    if (actor.kind !== 'key')
      throw new DomainError('unauthenticated', 'Only an API key may report conversions.')
    const reporter = { source: 'api' as const, reportedBy: actor.name, now: ctx.now() }
    const answer = await ctx.db.transaction(async (tx) => {
      const work = async (): Promise<OnceAnswer> => {
        const reports = Array.isArray(body) ? body : [body]
        const results = await reportConversions(tx, { ctx, reports, reporter })
        return Array.isArray(body) ? { status: 200, body: { results } } : singleAnswer(results)
      }
      if (idempotencyKey === undefined) return { ...(await work()), replayed: false }
      return answerOnce(tx, { keyId: actor.id, key: idempotencyKey, asked: body, now: reporter.now }, work)
    })
    if (!answer.replayed) count(ctx, body, answer.body)
    return answer
  },
)

function singleAnswer([result]: ReportResult[]): OnceAnswer {
  if (!result) throw new Error('One conversion gave no result.')
  const { index: _index, problem, ...reported } = result
  if (problem) throw new DomainError(problem.code, problem.detail, { issues: problem.issues })
  return { status: reported.state === 'recorded' ? 201 : 200, body: reported }
}

function count(ctx: Context, body: unknown, answer: unknown): void {
  const reports = (Array.isArray(body) ? body : [body]) as { goal?: unknown }[]
  const results = (
    Array.isArray(body) ? (answer as { results: unknown[] }).results : [answer]
  ) as ReportResult[]
  results.forEach((result, index) => {
    if (result.state === 'recorded') ctx.metrics.conversions.inc({ goal: String(reports[index]?.goal) })
  })
}
