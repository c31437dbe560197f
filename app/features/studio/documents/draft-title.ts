import { parseDocument } from 'yaml'
import { KIND_LAYOUT, textFile } from '~/domain/content/kinds'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import { splitFrontMatter } from '~/domain/content/vetting/front-matter'
import { LOCALES } from '~/domain/text'
import type { Text } from '~/domain/text'

/** The title of a draft, even when the rest has errors; null when it cannot be parsed. */
export function draftTitle(kind: DocumentKind, files: DocumentFiles): Text | null {
  const { source } = KIND_LAYOUT[kind]
  const title = source === null ? titlesOfTexts(files) : titleOfYaml(files[source] ?? '')
  const entries = LOCALES.flatMap((locale) => {
    const text = title[locale]
    return typeof text === 'string' && text !== '' ? [[locale, text] as const] : []
  })
  return entries.length > 0 ? Object.fromEntries(entries) : null
}

function titlesOfTexts(files: DocumentFiles): Record<string, unknown> {
  const titles = LOCALES.map((locale) => {
    const split = splitFrontMatter(files[textFile(locale)] ?? '')
    return [locale, split.ok ? split.frontMatter.title : undefined] as const
  })
  return Object.fromEntries(titles)
}

function titleOfYaml(source: string): Record<string, unknown> {
  // Only the lines of the title: the rest may be large, or broken.
  const [lines] = /^title:.*(?:\n[ \t]+.*)*/m.exec(source.slice(0, 20_000)) ?? ['']
  const document = parseDocument(lines, { prettyErrors: false })
  if (document.errors.length > 0) return {}
  return Object.fromEntries(LOCALES.map((locale) => [locale, document.getIn(['title', locale])]))
}
