import { isJsonObject } from '~/domain/json'
import { isLocale, LOCALES } from '~/domain/text'
import type { Text } from '~/domain/text'
import { readMdxParts } from '../edit/change-mdx'
import { plainYaml } from '../edit/plain-yaml'
import type { YamlPath } from '../edit/yaml-change'
import { guideFile, KIND_LAYOUT, partOf, textFile } from '../kinds'
import type { DocumentFiles, DocumentKind } from '../kinds'
import type { TextUnit } from './text-unit'

/** Every text of a document in reading order; null when a file cannot be read. */
export function textUnits(kind: DocumentKind, files: DocumentFiles): TextUnit[] | null {
  const { source } = KIND_LAYOUT[kind]
  if (source === null) return unitsOfTexts(files)
  const value = plainYaml(files[source] ?? '')
  if (value === undefined) return null
  return [...unitsIn(value, source, [], []), ...unitsOfGuides(files)]
}

/** The texts in a value. Items of lists are named by their id where they have one, so that moving them changes no name. */
function unitsIn(value: unknown, file: string, path: YamlPath, names: readonly string[]): TextUnit[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      unitsIn(item, file, [...path, index], [...names, nameOf(item, index)]),
    )
  }
  if (!isJsonObject(value)) return []
  if (isText(value)) return [{ key: names.join('.'), place: { in: 'yaml', file, path }, values: value }]
  return Object.entries(value).flatMap(([key, inner]) =>
    unitsIn(inner, file, [...path, key], [...names, key]),
  )
}

function nameOf(item: unknown, index: number): string {
  const id = isJsonObject(item) ? (item.id ?? item.name) : null
  return typeof id === 'string' ? id : String(index)
}

function isText(value: Record<string, unknown>): value is Text & Record<string, string> {
  const entries = Object.entries(value)
  return entries.length > 0 && entries.every(([key, text]) => isLocale(key) && typeof text === 'string')
}

function unitsOfGuides(files: DocumentFiles): TextUnit[] {
  const names = Object.keys(files).flatMap((file) => {
    const part = partOf('demo', file)
    return part?.part === 'guide' ? [part.name] : []
  })
  return [...new Set(names)].map((guide) => ({
    key: `guides.${guide}`,
    place: { in: 'file', guide },
    values: valuesBy((locale) => files[guideFile(guide, locale)]?.trim()),
  }))
}

function unitsOfTexts(files: DocumentFiles): TextUnit[] | null {
  const parts = LOCALES.map((locale) => {
    const source = files[textFile(locale)]
    return source === undefined ? undefined : readMdxParts(source)
  })
  if (parts.includes(null)) return null
  const read = (locale: (typeof LOCALES)[number]) => parts[LOCALES.indexOf(locale)]
  const heads = (['title', 'summary'] as const).map((name): TextUnit => ({
    key: name,
    place: { in: 'front-matter', name },
    values: valuesBy((locale) => asText(read(locale)?.frontMatter[name])),
  }))
  const body: TextUnit = {
    key: 'body',
    place: { in: 'file', guide: null },
    values: valuesBy((locale) => read(locale)?.body),
  }
  return [...heads, body].filter(({ values }) => Object.keys(values).length > 0)
}

const asText = (value: unknown) => (typeof value === 'string' ? value : undefined)

function valuesBy(read: (locale: (typeof LOCALES)[number]) => string | undefined): Text {
  const entries = LOCALES.flatMap((locale) => {
    const text = read(locale)
    return text === undefined || text === '' ? [] : [[locale, text] as const]
  })
  return Object.fromEntries(entries)
}
