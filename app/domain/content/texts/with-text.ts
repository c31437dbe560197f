import type { Locale } from '~/domain/text'
import { changeBody, changeFrontMatter } from '../edit/change-mdx'
import { changeYaml } from '../edit/change-yaml'
import type { YamlChange } from '../edit/yaml-change'
import { guideFile, textFile } from '../kinds'
import type { DocumentFiles } from '../kinds'
import type { TextUnit } from './text-unit'

/** The files with a text written in one language; null removes it. Null when the file does not take the change. */
export function withText(
  files: DocumentFiles,
  { place, values }: TextUnit,
  locale: Locale,
  text: string | null,
): DocumentFiles | null {
  switch (place.in) {
    case 'yaml': {
      const isLast = Object.keys(values).every((key) => key === locale)
      const path = text === null && isLast ? place.path : [...place.path, locale]
      const change: YamlChange = text === null ? { do: 'remove', path } : { do: 'set', path, value: text }
      return withFile(files, place.file, changeYaml(files[place.file] ?? '', change))
    }
    case 'front-matter': {
      const file = textFile(locale)
      return withFile(files, file, changeFrontMatter(files[file] ?? '', place.name, text))
    }
    case 'file':
      return withBody(files, place.guide === null ? textFile(locale) : guideFile(place.guide, locale), text)
  }
}

/** A guide without a text has no file. */
function withBody(files: DocumentFiles, file: string, text: string | null): DocumentFiles | null {
  if (text === null && file.startsWith('guides/')) return without(files, file)
  return withFile(files, file, changeBody(files[file] ?? '', text ?? ''))
}

function withFile(files: DocumentFiles, file: string, text: string | null): DocumentFiles | null {
  return text === null ? null : { ...files, [file]: text }
}

function without(files: DocumentFiles, file: string): DocumentFiles {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== file))
}
