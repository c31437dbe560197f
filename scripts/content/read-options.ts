import { parseArgs } from 'node:util'

export const USAGE = `npm run content -- check [folder]
npm run content -- pull [folder] [--drafts]
npm run content -- push [folder] [--publish] [--note "why"]

check   says what is wrong with the files; needs no database
pull    writes what is live (or the drafts) to files
push    makes the drafts what the files say, and publishes them with --publish

The folder is content/ when none is named.`

const COMMANDS = ['check', 'pull', 'push'] as const

export interface ContentOptions {
  command: (typeof COMMANDS)[number]
  directory: string
  drafts: boolean
  publish: boolean
  note: string
}

/** @throws Error with what is wrong with the arguments. */
export function readOptions(args: string[]): ContentOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      drafts: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      note: { type: 'string', default: '' },
    },
  })
  const command = COMMANDS.find((one) => one === positionals[0])
  if (!command) throw new Error(`Say what to do: ${COMMANDS.join(', ')}.`)
  return { command, directory: positionals[1] ?? 'content', ...values }
}
