import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { boardQuerySchema, trialListSchema } from '~/features/boards/filter/board-query'
import { FILE_FORMATS, FILE_FORMAT_NAMES } from '~/features/boards/files/file-formats'
import { BOARD_NAMES } from '~/features/boards/tables/served-boards.server'
import { answers } from './answers'
import { ok, problems } from './responses'

const BY_KEY = [{ apiKey: [] }]

const board = z.enum(BOARD_NAMES).meta({ description: 'The name of a board.' })
const ownParameters =
  'Besides the filter, a board takes the parameters that stand in the address of its page.'

/** Preprocessed parameters have no shape in JSON Schema: each is a text of the address. */
const filter = z.object(
  Object.fromEntries(
    Object.keys(boardQuerySchema.shape).map((name) => [name, z.string().optional().meta(metaOf(name))]),
  ),
)
const listFilter = filter.extend({
  ...Object.fromEntries(
    Object.keys(trialListSchema.shape)
      .filter((name) => !['sort', 'direction', 'before', 'columns'].includes(name))
      .map((name) => [name, z.string().optional().meta(metaOf(name))]),
  ),
  belongs: z.string().optional().meta({
    description:
      'The id of a saved segment: the column `belongs` says whose visitor is in it. `segment` filters by one.',
  }),
  limit: z.int().min(1).max(500).optional().meta({ description: 'Trials in a page; 100 without it.' }),
})

function metaOf(name: string): { description: string } {
  const known: Record<string, string> = {
    range: '`7d`, `30d`, `90d` or `all`; `30d` without it.',
    from: 'The first day, instead of a range.',
    to: 'The last day.',
    asOf: 'The `watermark` of an earlier answer, so that several answers agree. It is kept for an hour.',
    flagged: '`in` counts flagged trials too.',
    simulated:
      '`in` counts simulated trials, `out` leaves them out. Without it they count while there are fewer than 30 real ones.',
    after: 'The cursor `next.after` of the page before, with its `asOf` and `simulated`.',
    set: 'The set of trials: `started`, `finished`, … as in the address of a list.',
  }
  return { description: known[name] ?? `Only trials with this ${name}.` }
}

const tagged = {
  ETag: { description: 'Of this address at this watermark.', schema: { type: 'string' as const } },
}
const CODES = ['invalid-input', 'unauthenticated', 'forbidden', 'not-found', 'timed-out'] as const
const notModified = { description: 'The answer in If-None-Match still holds.' }

/** The boards, by API key. */
export const boardPaths: ZodOpenApiPathsObject = {
  '/boards': {
    get: {
      operationId: 'listBoards',
      summary: 'List the boards and their tables',
      description: 'Requires the scope `boards:read`.',
      tags: ['boards'],
      security: BY_KEY,
      responses: {
        200: ok(answers.boards, 'The boards, with the tables that this key may read.'),
        ...problems(['unauthenticated', 'forbidden']),
      },
    },
  },
  '/boards/trials': {
    get: {
      operationId: 'listTrials',
      summary: 'List trials, the oldest first',
      description:
        'Requires the scope `trials:read`. Follow `next` to the end: all pages have one watermark, and each trial comes once.',
      tags: ['boards'],
      security: BY_KEY,
      requestParams: { query: listFilter },
      responses: {
        200: ok(answers.trialPage, 'A page of trials.', tagged),
        304: notModified,
        ...problems([...CODES, 'gone']),
      },
    },
  },
  '/boards/{board}': {
    get: {
      operationId: 'readBoard',
      summary: 'Read a board',
      description: `Requires the scope \`boards:read\`. ${ownParameters} The boards \`demo\`, \`paths\` and \`revisions\` need \`slug\`.`,
      tags: ['boards'],
      security: BY_KEY,
      requestParams: { path: z.object({ board }), query: filter },
      responses: {
        200: ok(answers.board, 'The tables of the board, with the same figures as its page.', tagged),
        304: notModified,
        ...problems([...CODES]),
      },
    },
  },
  '/boards/{board}/tables/{table}': {
    get: {
      operationId: 'readTable',
      summary: 'Read a table as a file',
      description: `Requires the scope \`boards:read\`, for single trials \`trials:read\`. It is sent as it is written. ${ownParameters}`,
      tags: ['boards'],
      security: BY_KEY,
      requestParams: {
        path: z.object({ board, table: z.string() }),
        query: filter.extend({ format: z.enum(FILE_FORMAT_NAMES).default('json') }),
      },
      responses: {
        200: {
          description: 'The table.',
          content: Object.fromEntries(
            Object.values(FILE_FORMATS).map((type) => [type.split(';')[0] ?? type, { schema: {} }]),
          ),
        },
        ...problems([...CODES, 'gone']),
      },
    },
  },
}
