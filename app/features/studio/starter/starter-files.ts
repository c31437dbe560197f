import { guideFile, textFile } from '~/domain/content/kinds'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import { LOCALES } from '~/domain/text'
import type { Locale } from '~/domain/text'
import { starterDemo } from './starter-demo'
import { STARTER_GUIDES } from './starter-guides'

interface Beginning {
  slug: string
  title: string
  locale: Locale
  /** Languages in which the title of a demo is written, in the same words; `locale` alone when absent. */
  locales?: readonly Locale[]
}

/** The files with which a new document begins. */
export function starterFiles(kind: DocumentKind, beginning: Beginning): DocumentFiles {
  switch (kind) {
    case 'demo':
      return { 'demo.yaml': starterDemo(beginning), ...guideFiles() }
    case 'help':
    case 'page':
      return {
        [textFile(beginning.locale)]:
          `---\ntitle: ${yamlQuoted(beginning.title)}\n---\n\n${beginning.title}\n`,
      }
    case 'message':
      return { 'message.yaml': starterMessage(beginning) }
    case 'plans':
    case 'scenarios':
    case 'audiences':
    case 'settings':
      return {}
  }
}

function guideFiles(): DocumentFiles {
  const files = Object.entries(STARTER_GUIDES).flatMap(([guide, texts]) =>
    LOCALES.map((locale) => [guideFile(guide, locale), texts[locale]] as const),
  )
  return Object.fromEntries(files)
}

function starterMessage({ title, locale }: Beginning): string {
  return [
    'format: foyer-message/1',
    'places: [home]',
    'tone: info',
    `title: { ${locale}: ${yamlQuoted(title)} }`,
    '',
  ].join('\n')
}

/** A YAML double-quoted scalar is a JSON string. */
function yamlQuoted(text: string): string {
  return JSON.stringify(text)
}
