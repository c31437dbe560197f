import { parseArgs } from 'node:util'

export const USAGE = `npm run -s funnel -- --history FILE --query FILE [--json]

Evaluates a funnel over a history of events, by its definition and by the columnar copy. Both files are JSON: docs/funnel.md.
Ends with 0 when both agree, with 1 when they do not, with 2 when the options or a file are wrong.`

export interface FunnelOptions {
  history: string
  query: string
  json: boolean
}

/** Reads the command line. @throws Error with a message for the person who typed it */
export function readOptions(args: string[]): FunnelOptions {
  const { values } = parseArgs({
    args,
    options: {
      history: { type: 'string' },
      query: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const { history, query, json } = values
  if (!history) throw new Error('Name the file of the history: --history FILE')
  if (!query) throw new Error('Name the file of the query: --query FILE')
  return { history, query, json }
}
