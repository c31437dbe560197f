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
    description: '`true` when this is the stored response of an earlier request.',
    schema: { type: 'string' as const },
  },
}

const reason = withdrawReasonSchema.optional().meta({ description: 'Reason, for the audit log.' })

/** Conversions reported by other systems with an API key, and by the visitor's own browser. */
export const conversionPaths: ZodOpenApiPathsObject = {
  '/conversions': {
    get: {
      operationId: 'listConversions',
      summary: 'List conversions, most recent first',
      description:
        'Requires the scope `conversions:read`. `late` lists those reported more than a day after they happened.',
      tags: ['conversions'],
      security: BY_KEY,
      requestParams: { query: conversionQuerySchema },
      responses: {
        200: ok(answers.conversions, 'A page of conversions.'),
        ...problems(['invalid-input', 'unauthenticated', 'forbidden', 'timed-out']),
      },
    },
    post: {
      operationId: 'reportConversions',
      summary: 'Report one conversion, or a batch',
      description:
        `One conversion, or a list of up to ${MOST_REPORTS}, each with its own result. Reporting the same \`externalId\` ` +
        'again corrects the conversion. When no visitor is found, the conversion is stored as unmatched.',
      tags: ['conversions'],
      security: BY_KEY,
      requestParams: {
        header: z.object({
          'Idempotency-Key': idempotencyKeySchema.optional().meta({
            description:
              'A unique key for this request. Repeating the request with the same key returns the same response for 48 hours.',
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
          z.union([answers.reported, answers.batch]),
          'For a batch, one result each; for a single conversion: it was already known, or was corrected.',
          replayed,
        ),
        201: ok(answers.reported, 'A new conversion.', replayed),
        ...problems(['unauthenticated', 'forbidden', 'conflict', 'invalid-input', 'idempotency-mismatch'], {
          body: true,
        }),
      },
    },
    delete: {
      operationId: 'withdrawByExternalId',
      summary: 'Withdraw a conversion by its external id',
      tags: ['conversions'],
      security: BY_KEY,
      requestParams: { query: z.object({ externalId: externalIdSchema, reason }) },
      responses: {
        200: ok(answers.withdrawn, 'Withdrawn, by this request or an earlier one.'),
        ...problems(['invalid-input', 'unauthenticated', 'forbidden', 'not-found']),
      },
    },
  },
  '/conversions/{conversion}': {
    delete: {
      operationId: 'withdrawConversion',
      summary: 'Withdraw a conversion',
      description: 'It is kept with the reason and excluded from all boards.',
      tags: ['conversions'],
      security: BY_KEY,
      requestParams: { path: z.object({ conversion: z.uuid() }), query: z.object({ reason }) },
      responses: {
        200: ok(answers.withdrawn, 'Withdrawn, by this request or an earlier one.'),
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
        200: ok(answers.ownConversion, 'Already recorded.'),
        201: ok(answers.ownConversion, 'Recorded, and credited to the visitor’s latest trial.'),
        ...problems(['invalid-input', 'forbidden', 'conflict'], { body: true }),
      },
    },
  },
}
