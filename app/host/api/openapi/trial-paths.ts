import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { traceBatchSchema } from '~/domain/demo/engine/trace'
import { ratingSchema, remarkSchema, startTrialSchema } from '~/features/collect/schemas'
import { answers } from './answers'
import { ok, problems } from './responses'

const BY_VISITOR = [{ visitor: [] }]
const trial = z.object({ trial: z.uuid().meta({ description: 'The id of one of this visitor’s trials.' }) })
const remark = trial.extend({
  remark: z.uuid().meta({ description: 'The client’s own id for the remark: a random UUID.' }),
})
const json = (schema: z.ZodType) => ({ required: true, content: { 'application/json': { schema } } })

/** Demos, and the trials of the requesting visitor. */
export const trialPaths: ZodOpenApiPathsObject = {
  '/demos': {
    get: {
      operationId: 'listDemos',
      summary: 'List published demos',
      tags: ['demos'],
      responses: { 200: ok(answers.demos, 'Published demos.'), ...problems([]) },
    },
  },
  '/demos/{slug}': {
    get: {
      operationId: 'readDemo',
      summary: 'Read a demo',
      description: 'A retired demo returns 410 with `instead`: the slug of its replacement, or null.',
      tags: ['demos'],
      requestParams: { path: z.object({ slug: z.string() }) },
      responses: {
        200: ok(answers.demo, 'The complete demo, which a client can run.', {
          ETag: { description: 'Identifies the revision.', schema: { type: 'string' } },
        }),
        304: { description: 'The revision in If-None-Match is still published.' },
        ...problems(['not-found', 'gone']),
      },
    },
  },
  '/trials': {
    post: {
      operationId: 'startTrial',
      summary: 'Start a trial',
      description:
        'The response sets the visitor cookie. A retired demo returns 410, an unknown one 404. ' +
        '`simulated` is accepted from programs on the same machine or with an API key; otherwise it returns 403.',
      tags: ['visitor'],
      requestBody: json(startTrialSchema),
      responses: {
        201: ok(answers.trial, 'The trial, in its initial state.', {
          Location: { description: 'The address of the trial.', schema: { type: 'string' } },
        }),
        ...problems(['invalid-input', 'not-found', 'gone', 'unauthenticated', 'forbidden'], { body: true }),
      },
    },
  },
  '/trials/{trial}': {
    get: {
      operationId: 'readTrial',
      summary: 'Read a trial, with everything needed to continue it',
      tags: ['visitor'],
      security: BY_VISITOR,
      requestParams: { path: trial },
      responses: {
        200: ok(answers.openTrial, 'The trial, its trace, and the demo revision it started on.'),
        ...problems(['not-found', 'gone']),
      },
    },
  },
  '/trials/{trial}/events': {
    post: {
      operationId: 'sendEvents',
      summary: 'Send the events of a trial',
      description:
        'Events must be in order and without gaps. Known events are ignored, so a batch can be sent again. 409 ' +
        '`sequence-gap` gives the `expectedSeq`. 422 `event-refused` gives the `seq`: everything before it is kept, ' +
        'nothing after it is applied. A trial that has ended accepts no events (reason `ended`).',
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
      summary: 'Rate a trial, replacing any earlier rating',
      tags: ['visitor'],
      security: BY_VISITOR,
      requestParams: { path: trial },
      requestBody: json(ratingSchema),
      responses: {
        200: ok(answers.rating, 'Saved.'),
        ...problems(['invalid-input', 'not-found', 'forbidden'], { body: true }),
      },
    },
  },
  '/trials/{trial}/remarks/{remark}': {
    put: {
      operationId: 'recordRemark',
      summary: 'Say something at one moment of a trial',
      description:
        'The same id again replaces what was said. `state` is the state at that moment, `seq` the last event before it ' +
        '(0 at the start), `at` the time of the trial in milliseconds. 409 when the trial has too many.',
      tags: ['visitor'],
      security: BY_VISITOR,
      requestParams: { path: remark },
      requestBody: json(remarkSchema),
      responses: {
        200: ok(answers.remark, 'Saved.'),
        ...problems(['invalid-input', 'not-found', 'gone', 'conflict', 'forbidden'], { body: true }),
      },
    },
    delete: {
      operationId: 'removeRemark',
      summary: 'Take a remark back',
      tags: ['visitor'],
      security: BY_VISITOR,
      requestParams: { path: remark },
      responses: {
        200: ok(answers.removedRemark, 'It is gone, or was not there.'),
        ...problems(['invalid-input', 'not-found', 'forbidden']),
      },
    },
  },
}
