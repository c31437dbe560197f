import { parseArgs } from 'node:util'

export const CONTENT_USAGE = `npm run content -- check [folder]
npm run content -- pull [folder] [--drafts]
npm run content -- push [folder] [--publish] [--note "why"]
npm run content -- new slug [folder] [--title "What it is called"]
npm run -s content -- schema > demo.schema.json

check   says what is wrong with the files; needs no database
pull    writes what is live (or the drafts) to files
push    makes the drafts what the files say, and publishes them with --publish
new     begins a demo that already passes its proof, with guides in three languages
schema  writes the format of demos as JSON Schema, for editors

The folder is content/ when none is named.`

const COMMANDS = ['check', 'pull', 'push', 'new', 'schema'] as const

export interface ContentOptions {
  command: (typeof COMMANDS)[number]
  directory: string
  drafts: boolean
  publish: boolean
  note: string
  /** Of the new demo; empty for other commands. */
  slug: string
  title: string
}

/** @throws Error with what is wrong with the arguments. */
export function readContentOptions(args: string[]): ContentOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      drafts: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      note: { type: 'string', default: '' },
      title: { type: 'string', default: '' },
    },
  })
  const command = COMMANDS.find((one) => one === positionals[0])
  if (!command) throw new Error(`Say what to do: ${COMMANDS.join(', ')}.`)
  const [slug = '', folder] = command === 'new' ? positionals.slice(1) : ['', positionals[1]]
  if (command === 'new' && slug === '')
    throw new Error('Say what the demo is called in its address, e.g. order-to-cash.')
  return { command, directory: folder ?? 'content', slug, ...values }
}
