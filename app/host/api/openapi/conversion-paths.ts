import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import {
  MOST_REPORTS,
  conversionQuerySchema,
  conversionSchema,
  externalIdSchema,
  idempotencyKeySchema,
  reportSchema,
  withdrawReasonSchema,
} from '~/features/conversions/schemas'
import { answers } from './answers'
import { ok, problems } from './responses'

const BY_KEY = [{ apiKey: [] }]

const replayed = {
  'Idempotency-Replayed': {
    description: '`true` on an answer that was given before.',
    schema: { type: 'string' as const },
  },
}

const reason = withdrawReasonSchema.optional().meta({ description: 'Why, for the audit.' })

/** What other systems tell by API key, and what a visitor's own browser tells. */
export const conversionPaths: ZodOpenApiPathsObject = {
  '/conversions': {
    get: {
      operationId: 'listConversions',
      summary: 'List conversions, those that happened last first',
      description: 'Needs the scope `conversions:read`. `late` was told over a day after it happened.',
      tags: ['conversions'],
      security: BY_KEY,
      requestParams: { query: conversionQuerySchema },
      responses: {
        200: ok(answers.conversions, 'A page of conversions.'),
        ...problems(['invalid-input', 'unauthenticated', 'forbidden', 'timed-out']),
      },
    },
    post: {
      operationId: 'tellConversions',
      summary: 'Tell one conversion, or a batch',
      description:
        `One conversion, or a list of up to ${MOST_REPORTS}, each answered by itself. With an \`externalId\`, telling it ` +
        'again corrects it. Nobody found is no error: it is kept as unmatched.',
      tags: ['conversions'],
      security: BY_KEY,
      requestParams: {
        header: z.object({
          'Idempotency-Key': idempotencyKeySchema.optional().meta({
            description:
              'Your name for this request. The same request under it gets the same answer for 48 hours.',
          }),
        }),
      },
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: z.union([reportSchema, z.array(reportSchema).min(1).max(MOST_REPORTS)]),
          },
        },
      },
      responses: {
        200: ok(
          z.union([answers.told, answers.batch]),
          'A result for each of a batch; for one conversion: known already, or corrected.',
          replayed,
        ),
        201: ok(answers.told, 'A new conversion.', replayed),
        ...problems(['unauthenticated', 'forbidden', 'conflict', 'invalid-input', 'idempotency-mismatch'], {
          body: true,
        }),
      },
    },
    delete: {
      operationId: 'withdrawByExternalId',
      summary: 'Withdraw the conversion that you call so',
      tags: ['conversions'],
      security: BY_KEY,
      requestParams: { query: z.object({ externalId: externalIdSchema, reason }) },
      responses: {
        200: ok(answers.withdrawn, 'Withdrawn, now or before.'),
        ...problems(['invalid-input', 'unauthenticated', 'forbidden', 'not-found']),
      },
    },
  },
  '/conversions/{conversion}': {
    delete: {
      operationId: 'withdrawConversion',
      summary: 'Withdraw a conversion',
      description: 'It is kept with the reason, and no board counts it any more.',
      tags: ['conversions'],
      security: BY_KEY,
      requestParams: { path: z.object({ conversion: z.uuid() }), query: z.object({ reason }) },
      responses: {
        200: ok(answers.withdrawn, 'Withdrawn, now or before.'),
        ...problems(['invalid-input', 'unauthenticated', 'forbidden', 'not-found']),
      },
    },
  },
  '/me/conversions': {
    post: {
      operationId: 'recordOwnConversion',
      summary: 'Record a goal that this visitor reached',
      tags: ['visitor'],
      requestBody: { required: true, content: { 'application/json': { schema: conversionSchema } } },
      responses: {
        200: ok(answers.ownConversion, 'It was recorded before.'),
        201: ok(answers.ownConversion, 'Recorded, credited to the trial that the visitor began last.'),
        ...problems(['invalid-input', 'forbidden', 'conflict'], { body: true }),
      },
    },
  },
}
