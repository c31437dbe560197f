import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { locateFile, type DocumentFiles, type DocumentKind } from '~/domain/content/kinds'

export type ShippedDocument = { kind: DocumentKind; slug: string; files: DocumentFiles }

const ROOT = 'content'

/** Files below `content/` that are no part of a document: the texts of the interface. */
const OUTSIDE = /^locales\//

/**
 * Every document that ships in `content/`, with its files.
 * @throws Error for a file that belongs to no document: it would never be published
 */
export function shippedDocuments(): ShippedDocument[] {
  const documents = new Map<string, ShippedDocument>()
  for (const path of contentFiles()) {
    const place = locateFile(path)
    if (!place) throw new Error(`content/${path} belongs to no document`)
    const key = `${place.kind}/${place.slug}`
    const document = documents.get(key) ?? { kind: place.kind, slug: place.slug, files: {} }
    document.files[place.file] = readFileSync(join(ROOT, path), 'utf8')
    documents.set(key, document)
  }
  return [...documents.values()]
}

function contentFiles(): string[] {
  return readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !OUTSIDE.test(path))
    .sort()
}
