import { guideFile, KIND_LAYOUT, partOf, textFile } from '~/domain/content/kinds'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import { LOCALES } from '~/domain/text'
import type { Locale } from '~/domain/text'

/** One language of a text: its file, and whether that is there. */
export interface LocaleFile {
  locale: Locale
  file: string
  exists: boolean
}

/** The files of a document as the editor lists them. `texts` are those of a help post or page. */
export interface FileGroups {
  source: string | null
  texts: LocaleFile[]
  guides: { name: string; files: LocaleFile[] }[]
}

export function fileGroups(kind: DocumentKind, files: DocumentFiles): FileGroups {
  const { source } = KIND_LAYOUT[kind]
  const each = (fileOf: (locale: Locale) => string) =>
    LOCALES.map((locale) => ({ locale, file: fileOf(locale), exists: files[fileOf(locale)] !== undefined }))
  return {
    source,
    texts: source === null ? each(textFile) : [],
    guides: guideNames(kind, files).map((name) => ({
      name,
      files: each((locale) => guideFile(name, locale)),
    })),
  }
}

/** The file that opens first: the source, else the first text there is. */
export function firstFile(kind: DocumentKind, files: DocumentFiles): string {
  const { source, texts } = fileGroups(kind, files)
  return source ?? texts.find((text) => text.exists)?.file ?? textFile('en')
}

function guideNames(kind: DocumentKind, files: DocumentFiles): string[] {
  const names = Object.keys(files).flatMap((file) => {
    const part = partOf(kind, file)
    return part?.part === 'guide' ? [part.name] : []
  })
  return [...new Set(names)].sort()
}
