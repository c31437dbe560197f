import { parseArgs } from 'node:util'

export type ProveOptions = { json: boolean; files: string[]; maxConfigurations: number; maxMs: number }

export const USAGE = `Usage: npm run prove -- [--json] [--budget N] [--ms N] [FILE...]

Proves demos: every file named, or else every content/demos/*/demo.yaml.
  --json      print a list of results as JSON
  --budget N  most configurations to explore for each plan and start role (20000)
  --ms N      most milliseconds for each demo (60000)
Ends with 1 when any demo is not proven, with 2 when the options are wrong.`

/** Reads the command line. @throws Error with a message for the person who typed it */
export function readOptions(argv: string[]): ProveOptions {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, budget: { type: 'string' }, ms: { type: 'string' } },
  })
  return {
    json: values.json ?? false,
    files: positionals,
    maxConfigurations: wholeNumber('--budget', values.budget, 20_000),
    maxMs: wholeNumber('--ms', values.ms, 60_000),
  }
}

function wholeNumber(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new Error(`${name} needs a whole number above 0, not “${given}”`)
  return Number(given)
}
