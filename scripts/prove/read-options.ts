import { parseArgs } from 'node:util'

import { LOCALES, isLocale, type Locale } from '~/domain/text'

/** Without `locale`, the messages of each demo are in its first locale. */
export type ProveOptions = {
  json: boolean
  files: string[]
  maxConfigurations: number
  maxMs: number
  locale?: Locale
}

export const PROVE_USAGE = `Usage: npm run -s prove -- [--json] [--locale en|zh|es] [--max-configurations N] [--max-ms N] [FILE...]

Proves demos: every file named, or else every content/demos/*/demo.yaml.
  --json                   print a list of results as JSON, and nothing else
  --locale L               the language of findings and steps (the first one of each demo)
  --max-configurations N   most configurations to explore for each plan and start role (20000)
  --max-ms N               most milliseconds for each demo (60000)
Ends with 0 when every demo is proven, with 1 when one is not, with 2 when the options are wrong.
npm itself prints two lines before a script: -s keeps them out of what another program reads.`

/**
 * Parses the command line.
 * @throws Error with a message for the person who typed it
 */
export function readProveOptions(argv: string[]): ProveOptions {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      locale: { type: 'string' },
      'max-configurations': { type: 'string' },
      'max-ms': { type: 'string' },
    },
  })
  return {
    json: values.json ?? false,
    files: positionals,
    maxConfigurations: wholeNumber('--max-configurations', values['max-configurations'], 20_000),
    maxMs: wholeNumber('--max-ms', values['max-ms'], 60_000),
    ...localeOf(values.locale),
  }
}

function localeOf(given: string | undefined): { locale?: Locale } {
  if (given === undefined) return {}
  if (!isLocale(given)) throw new Error(`--locale is one of ${LOCALES.join(', ')}, not “${given}”`)
  return { locale: given }
}

function wholeNumber(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new Error(`${name} needs a whole number above 0, not “${given}”`)
  return Number(given)
}
