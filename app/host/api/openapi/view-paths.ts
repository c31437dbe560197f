import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { messageFateSchema, viewSchema } from '~/features/collect/views/schemas'
import { answers } from './answers'
import { ok, problems } from './responses'

const json = (schema: z.ZodType) => ({ required: true, content: { 'application/json': { schema } } })
const RECORDED =
  'Only a browser that agreed to be remembered is recorded; it gets an id. The same again within 30 minutes is recorded once.'

/** What a visitor looks at. */
export const viewPaths: ZodOpenApiPathsObject = {
  '/me/views': {
    post: {
      operationId: 'recordView',
      summary: 'Tell that a page is looked at',
      description: RECORDED,
      tags: ['visitor'],
      requestBody: json(viewSchema),
      responses: {
        200: ok(answers.recorded, 'Whether it is recorded.'),
        ...problems(['invalid-input'], { body: true }),
      },
    },
  },
  '/me/views/picture': {
    get: {
      operationId: 'showViewPicture',
      summary: 'The same for a page without scripts, by a picture',
      description: RECORDED,
      tags: ['visitor'],
      requestParams: { query: z.object({ path: z.string() }) },
      responses: {
        200: {
          description: 'A transparent point.',
          content: { 'image/gif': { schema: { type: 'string' } } },
        },
        ...problems([]),
      },
    },
  },
  '/me/messages': {
    post: {
      operationId: 'recordMessageFate',
      summary: 'Tell what became of a message',
      description: RECORDED,
      tags: ['visitor'],
      requestBody: json(messageFateSchema),
      responses: {
        200: ok(answers.recorded, 'Whether it is recorded.'),
        ...problems(['invalid-input'], { body: true }),
      },
    },
  },
}
