import { z } from 'zod'
import { TRIAL_ENTRIES } from '~/domain/trial/entry'
import { LOCALES } from '~/domain/text'
import { REMARK_KINDS } from '~/domain/trial/remark'
import { traceEventSchema } from '~/domain/demo/engine/trace'
import { GOALS } from '~/domain/insight/conversion-terms'
import { ASKED_GOALS } from '~/features/conversions/schemas'
import { EXCLUSION_REASONS } from '~/features/conversions/reports/exclusion'

const moment = z.iso.datetime().meta({ description: 'A time in UTC.', example: '2026-11-22T09:30:00.000Z' })
const text = z
  .partialRecord(z.enum(LOCALES), z.string())
  .meta({ description: 'A text by language.', example: { en: 'Sales', es: 'Ventas' } })
const revision = z.strictObject({ id: z.uuid(), number: z.int().min(1) })
const outcome = z.enum(['success', 'other']).nullable()

const demoListing = z
  .strictObject({
    slug: z.string(),
    title: text,
    summary: text,
    scenario: z.string(),
    audience: z.array(z.string()),
    minutes: z.number(),
    plans: z.array(z.string()),
    roles: z.array(z.strictObject({ id: z.string(), name: text })),
    revision,
  })
  .meta({ id: 'DemoListing', description: 'A summary of a demo, for a client to choose from.' })

const demoDocument = z
  .looseObject({ format: z.literal('foyer/1'), slug: z.string() })
  .meta({ id: 'Demo', description: 'A demo in the format foyer/1, see docs/demo-format.md.' })

const trial = z
  .strictObject({
    id: z.uuid(),
    demo: z.string(),
    revision,
    plan: z.string(),
    role: z.string(),
    locale: z.enum(LOCALES),
    seed: z.string(),
    entry: z.enum(TRIAL_ENTRIES).meta({ description: 'Where it began.' }),
    startedAt: moment,
    lastSeq: z.int().min(0),
    path: z.array(z.string()),
    lastState: z.string(),
    tasks: z
      .record(z.string(), z.int().nullable())
      .meta({ description: 'For each task, the trial time in milliseconds at which it was done, or null.' }),
    hints: z.int().min(0),
    steps: z.int().min(0),
    shown: z.int().min(0).meta({ description: 'Shown steps: no other figure counts them.' }),
    undone: z.int().min(0).meta({ description: 'Undone steps; `steps` is without them.' }),
    detours: z.int().min(0).nullable(),
    score: z.int().min(0).max(100).nullable(),
    activeMs: z.int().min(0),
    wallMs: z.int().min(0),
    outcome,
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'Trial', description: 'A trial as the server computed it from its trace.' })

const reported = {
  id: z.uuid().nullable(),
  externalId: z.string().nullable(),
  state: z.enum(['recorded', 'corrected', 'unchanged', 'outdated', 'refused']).meta({
    description: 'unchanged: the same data was reported before. outdated: newer data is already stored.',
  }),
  matchedBy: z
    .enum(['session', 'visitor', 'trial', 'resume-link', 'email', 'hand'])
    .nullable()
    .meta({ description: 'How the visitor was found; null while unmatched.' }),
  uncounted: z.enum(EXCLUSION_REASONS).nullable().meta({
    description: 'Why boards do not count this conversion; null when they do, or when it was refused.',
  }),
}

const issue = z.strictObject({ at: z.string(), message: z.string() })

const cell = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
  .meta({ description: 'Instants are ISO texts in UTC; shares lie between 0 and 1.' })
const row = z.record(z.string(), cell).meta({ description: 'Cells by the names of the columns.' })
const headOfBoard = {
  board: z.string(),
  asOf: moment,
  watermark: z.int().meta({ description: 'What the parameter `asOf` takes, so that further answers agree.' }),
  first: z.iso
    .date()
    .nullable()
    .meta({ description: 'The first day that it speaks of; null: since the beginning.' }),
  last: z.iso.date(),
  timeZone: z.string(),
  conversionDays: z.int(),
  parameters: z.record(z.string(), z.string()),
  movedOn: z
    .boolean()
    .meta({ description: 'The moment that was asked for is no longer kept; this is the present.' }),
}

/** Response bodies, by name. Contract tests check real responses against them. */
export const answers = {
  demos: z.strictObject({ demos: z.array(demoListing) }),
  demo: demoListing.extend({ demo: demoDocument }),
  trial,
  openTrial: z.strictObject({
    trial,
    trace: z.array(traceEventSchema),
    elapsedMs: z.int().min(0),
    demo: demoDocument,
  }),
  accepted: z
    .strictObject({
      lastSeq: z.int().min(0),
      states: z.array(z.string()),
      status: z.enum(['active', 'done']),
      outcome,
      score: z.int().min(0).max(100),
    })
    .meta({
      id: 'AcceptedEvents',
      description: 'The state of the trial. Everything up to `lastSeq` is committed.',
    }),
  rating: z.strictObject({ trial: z.uuid(), stars: z.int().min(1).max(5), comment: z.string() }),
  remark: z.strictObject({
    id: z.uuid(),
    trial: z.uuid(),
    kind: z.enum(REMARK_KINDS),
    text: z.string(),
    state: z.string(),
    seq: z.int().min(0),
    at: z.int().min(0),
  }),
  recorded: z.strictObject({ recorded: z.boolean() }),
  removedRemark: z.strictObject({ id: z.uuid(), trial: z.uuid() }),
  ownConversion: z.strictObject({
    id: z.uuid(),
    goal: z.enum(ASKED_GOALS),
    at: moment,
    trial: z.uuid().nullable(),
  }),
  reported: z.strictObject(reported).meta({ id: 'ReportedConversion' }),
  batch: z.strictObject({
    results: z.array(
      z.strictObject({
        index: z.int().min(0),
        ...reported,
        problem: z.strictObject({ code: z.string(), detail: z.string(), issues: z.array(issue) }).optional(),
      }),
    ),
  }),
  conversions: z.strictObject({
    conversions: z.array(
      z
        .strictObject({
          id: z.uuid(),
          externalId: z.string().nullable(),
          goal: z.enum(GOALS),
          at: moment,
          value: z.number().nullable(),
          currency: z.string().nullable(),
          source: z.enum(['browser', 'api', 'csv']),
          matchedBy: reported.matchedBy,
          unverified: z.boolean().meta({
            description:
              'Matched by an address that its visitor typed but nobody verified. The conversion goes to whoever verifies it.',
          }),
          ambiguous: z.boolean().meta({
            description: 'Several visitors typed the address and nobody verified it. A person has to decide.',
          }),
          trial: z.uuid().nullable(),
          demo: z.string().nullable(),
          recordedAt: moment,
          correctedAt: moment.nullable(),
          withdrawnAt: moment.nullable(),
          withdrawnReason: z.string().nullable(),
        })
        .meta({ id: 'Conversion' }),
    ),
    next: z
      .strictObject({ at: moment, id: z.uuid() })
      .nullable()
      .meta({ description: 'Send these as `at` and `id` to get the next page; null on the last page.' }),
  }),
  withdrawn: z.strictObject({ id: z.uuid(), withdrawnAt: moment, reason: z.string() }),
  boards: z.strictObject({
    boards: z.array(z.strictObject({ board: z.string(), tables: z.array(z.string()) })),
  }),
  board: z
    .strictObject({
      ...headOfBoard,
      tables: z.array(
        z.strictObject({
          name: z.string(),
          columns: z.array(z.strictObject({ name: z.string(), kind: z.string() })),
          rows: z.array(row),
        }),
      ),
    })
    .meta({ id: 'Board' }),
  trialPage: z
    .strictObject({
      ...headOfBoard,
      count: z.int().meta({ description: 'Of the whole set.' }),
      trials: z.array(row),
      next: z
        .strictObject({ after: z.uuid(), asOf: z.string(), simulated: z.enum(['in', 'out']) })
        .nullable(),
    })
    .meta({ id: 'TrialPage' }),
  document: z.looseObject({ openapi: z.string() }),
  problem: z
    .looseObject({
      type: z.string().meta({ example: '/problems/invalid-input' }),
      title: z.string(),
      status: z.int(),
      detail: z.string().optional(),
      code: z.string().meta({ description: 'Machine-readable code: use it to tell problems apart.' }),
      requestId: z.string(),
      issues: z.array(issue).optional().meta({ description: 'What is wrong, by path in the body.' }),
    })
    .meta({ id: 'Problem', description: 'RFC 9457 problem details.' }),
}
