import { parseArgs } from 'node:util'

export const FUNNEL_USAGE = `npm run -s funnel -- --query FILE [--simulated] [--json]
npm run -s funnel -- --query FILE --history FILE [--json]

Evaluates a funnel over this installation's data, simulated trials left out unless --simulated is given. With --history it
does so over the events of a file, by its definition and by the columnar copy. Both files are JSON: docs/funnel.md.
Ends with 0 when all is well, with 1 when definition and copy do not agree, with 2 when the options or a file are wrong.`

export interface FunnelOptions {
  /** Null: the installation's data. */
  history: string | null
  query: string
  simulated: boolean
  json: boolean
}

/** Reads the command line. @throws Error with a message for the person who typed it */
export function readFunnelOptions(args: string[]): FunnelOptions {
  const { values } = parseArgs({
    args,
    options: {
      history: { type: 'string' },
      query: { type: 'string' },
      simulated: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const { history = null, query, simulated, json } = values
  if (!query) throw new Error('Name the file of the query: --query FILE')
  if (history !== null && simulated) throw new Error('--simulated says nothing of a --history')
  return { history, query, simulated, json }
}
