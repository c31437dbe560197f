import { checkDocument } from '~/domain/content/checks/check-document'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import { documentFolder } from '~/domain/content/kinds'
import { knownThings } from '~/domain/content/references/check-references'
import { documentLinks } from '~/domain/content/references/document-links'
import type { DocumentLinks, KnownThings } from '~/domain/content/references/reference'
import { readContentFolder } from '~/features/studio/folder/read-content-folder.server'
import type { FolderDocument } from '~/features/studio/folder/read-content-folder.server'

/** A problem with the document's folder below the content folder. */
export interface FolderProblem {
  folder: string
  problem: FileProblem
}

/** The problems of every document below a content folder, as the studio would report them if all were live. */
export async function checkFolder(
  directory: string,
): Promise<{ documents: number; problems: FolderProblem[] }> {
  const documents = await readContentFolder(directory)
  const known = knownIn(documents)
  const problems = documents.flatMap(({ kind, slug, files }) =>
    checkDocument(kind, slug, files, { known }).problems.map((problem) => ({
      folder: documentFolder(kind, slug),
      problem,
    })),
  )
  return { documents: documents.length, problems }
}

/** What the documents of a folder offer each other. Kinds that the folder does not have are not checked. */
function knownIn(documents: readonly FolderDocument[]): KnownThings {
  const links = documents.flatMap(({ kind, slug, files }): DocumentLinks[] => {
    const { body } = checkDocument(kind, slug, files)
    if (body) return [documentLinks(kind, slug, files, body as never)]
    // A document with errors exists, even though its contents cannot be read.
    const isNamed = kind === 'demo' || kind === 'help' || kind === 'page'
    return isNamed ? [{ kind, slug, references: [], offers: [{ thing: kind, id: slug }] }] : []
  })
  const held = Object.entries(knownThings(links)).filter(([, ids]) => ids.length > 0)
  return Object.fromEntries(held)
}
