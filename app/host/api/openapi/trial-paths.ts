import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { traceBatchSchema } from '~/domain/demo/engine/trace'
import { ratingSchema, startTrialSchema } from '~/features/collect/schemas'
import { answers } from './answers'
import { ok, problems } from './responses'

const BY_VISITOR = [{ visitor: [] }]
const trial = z.object({ trial: z.uuid().meta({ description: 'The id of a trial of this visitor.' }) })
const json = (schema: z.ZodType) => ({ required: true, content: { 'application/json': { schema } } })

/** Demos to choose, and trials of the visitor who asks. */
export const trialPaths: ZodOpenApiPathsObject = {
  '/demos': {
    get: {
      operationId: 'listDemos',
      summary: 'List the demos that are published now',
      tags: ['demos'],
      responses: { 200: ok(answers.demos, 'Published demos.'), ...problems([]) },
    },
  },
  '/demos/{slug}': {
    get: {
      operationId: 'readDemo',
      summary: 'Read a demo whole',
      description: 'A retired demo answers 410 with `instead`: the slug of what to try, or null.',
      tags: ['demos'],
      requestParams: { path: z.object({ slug: z.string() }) },
      responses: {
        200: ok(answers.demo, 'The demo, as a client can walk it.', {
          ETag: { description: 'Of its revision.', schema: { type: 'string' } },
        }),
        304: { description: 'The revision of If-None-Match is still the published one.' },
        ...problems(['not-found', 'gone']),
      },
    },
  },
  '/trials': {
    post: {
      operationId: 'startTrial',
      summary: 'Begin a trial',
      description:
        'The answer sets the visitor’s cookie. A retired demo answers 410, an unknown one 404. ' +
        '`simulated` is taken from programs on the same machine and with an API key; from others it is 403.',
      tags: ['visitor'],
      requestBody: json(startTrialSchema),
      responses: {
        201: ok(answers.trial, 'The trial, in its first state.', {
          Location: { description: 'Its address.', schema: { type: 'string' } },
        }),
        ...problems(['invalid-input', 'not-found', 'gone', 'unauthenticated', 'forbidden'], { body: true }),
      },
    },
  },
  '/trials/{trial}': {
    get: {
      operationId: 'readTrial',
      summary: 'Read a trial with everything that is needed to go on with it',
      tags: ['visitor'],
      security: BY_VISITOR,
      requestParams: { path: trial },
      responses: {
        200: ok(answers.openTrial, 'The trial, its trace and the demo that it began on.'),
        ...problems(['not-found', 'gone']),
      },
    },
  },
  '/trials/{trial}/events': {
    post: {
      operationId: 'sendEvents',
      summary: 'Send what the prospect did',
      description:
        'Events go in order and without gaps. Known ones are ignored, so a batch can be sent again. 409 ' +
        '`sequence-gap` names the `expectedSeq`; 422 `event-refused` names the `seq`, keeps everything before it and ' +
        'applies nothing after it. A trial that has ended takes no more events: they are refused with the reason `ended`.',
      tags: ['visitor'],
      security: BY_VISITOR,
      requestParams: { path: trial },
      requestBody: json(traceBatchSchema),
      responses: {
        200: ok(answers.accepted, 'Committed.'),
        ...problems(
          ['invalid-input', 'event-refused', 'not-found', 'gone', 'conflict', 'sequence-gap', 'forbidden'],
          { body: true },
        ),
      },
    },
  },
  '/trials/{trial}/rating': {
    put: {
      operationId: 'rateTrial',
      summary: 'Rate a trial, in place of what was said before',
      tags: ['visitor'],
      security: BY_VISITOR,
      requestParams: { path: trial },
      requestBody: json(ratingSchema),
      responses: {
        200: ok(answers.rating, 'Kept.'),
        ...problems(['invalid-input', 'not-found', 'forbidden'], { body: true }),
      },
    },
  },
}
