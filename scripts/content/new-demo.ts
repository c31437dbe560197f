import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { documentFolder, isSlug } from '~/domain/content/kinds'
import { demoJsonSchema, demoSchema } from '~/domain/demo/format/schema'
import { LOCALES } from '~/domain/text'
import { slugFrom } from '~/features/studio/documents/slug-from'
import { starterFiles } from '~/features/studio/starter/starter-files'

export interface NewDemo {
  slug: string
  /** Empty: made from the slug. */
  title: string
  /** The content folder. */
  directory: string
}

/** Editors with YAML support read this line, and complete and check while typing. */
const SCHEMA_FILE = 'demo.schema.json'
const SCHEMA_LINE = `# yaml-language-server: $schema=../../${SCHEMA_FILE}\n`

/**
 * Writes a small demo that passes its proof, with its guides, and the JSON Schema beside all demos. Returns the
 * folder.
 * @throws Error when the slug is invalid or taken; then nothing is written
 */
export async function newDemo({ slug, title, directory }: NewDemo): Promise<string> {
  if (!isSlug(slug) || !demoSchema.shape.slug.safeParse(slug).success) throw new Error(wrongSlug(slug))
  const folder = join(directory, documentFolder('demo', slug))
  if (existsSync(folder))
    throw new Error(`There is ${folder} already: choose another slug, or edit what is there.`)
  const words = title.trim() || titleFrom(slug)
  const files = starterFiles('demo', { slug, title: words, locale: 'en', locales: LOCALES })
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, file === 'demo.yaml' ? SCHEMA_LINE + text : text)
  }
  await writeFile(join(directory, SCHEMA_FILE), `${JSON.stringify(demoJsonSchema(), null, 2)}\n`)
  return folder
}

/** The next steps with a new demo, line by line. */
export function nextSteps(folder: string): string[] {
  const source = join(folder, 'demo.yaml')
  return [
    `${folder} is there and passes its proof.`,
    '',
    `1. Change ${source} piece by piece: docs/demo-format.md shows how a demo is built. Translate its title.`,
    `2. See what is wrong as you go:  npm run content -- check`,
    `3. Prove every way through it:   npm run prove -- ${source}`,
    `4. Put it into Foyer:            npm run content -- push --publish --note "why"`,
  ]
}

function titleFrom(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function wrongSlug(slug: string): string {
  const near = slugFrom(slug)
  const instead = near === '' || near === slug ? 'e.g. order-to-cash' : `e.g. ${near}`
  return `“${slug}” is no slug: small letters, digits and single hyphens, beginning with a letter, ${instead}.`
}
