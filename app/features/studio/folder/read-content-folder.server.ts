import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { DOCUMENT_KINDS, locateFile } from '~/domain/content/kinds'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'

export interface FolderDocument {
  kind: DocumentKind
  slug: string
  files: DocumentFiles
}

/** What demos and posts refer to comes before them. */
const ORDER: DocumentKind[] = ['settings', 'plans', 'scenarios', 'audiences', ...DOCUMENT_KINDS]

/** Every document below a content folder. Files that belong to none, such as the words of the interface, are passed over. */
export async function readContentFolder(directory: string): Promise<FolderDocument[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const documents = new Map<string, FolderDocument>()
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const located = locateFile(relative(directory, path).split(sep).join('/'))
    if (!located) continue
    const { kind, slug, file } = located
    const key = `${kind}/${slug}`
    const document = documents.get(key) ?? { kind, slug, files: {} }
    document.files[file] = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n')
    documents.set(key, document)
  }
  return [...documents.values()].sort(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.slug.localeCompare(b.slug),
  )
}
