import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { z } from 'zod'
import { listDrafts } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import { findLiveRevision } from '#db/queries/revisions'
import { documentFolder, partOf } from '~/domain/content/kinds'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'

const inputSchema = z.object({
  /** A folder laid out as `content/`, made when it is not there. */
  directory: z.string(),
  /** Takes the drafts instead of what is live. */
  drafts: z.boolean(),
})

export interface PulledDocument {
  kind: DocumentKind
  slug: string
  files: number
}

/** Writes documents to files. Within a document's folder, files that it no longer has are deleted; all else is left alone. */
export const pullContent = verb(
  { permission: 'documents.read', input: inputSchema },
  async ({ ctx, input: { directory, drafts } }): Promise<PulledDocument[]> => {
    const pulled: PulledDocument[] = []
    for (const document of await listDrafts(ctx.db)) {
      const files = drafts ? document.draftFiles : await liveFiles(ctx, document)
      if (!files) continue
      const { kind, slug } = document
      await writeDocument(join(directory, documentFolder(kind, slug)), kind, files)
      pulled.push({ kind, slug, files: Object.keys(files).length })
    }
    return pulled
  },
)

async function liveFiles(ctx: Context, document: DocumentRow): Promise<DocumentFiles | null> {
  if (document.status !== 'published') return null
  return (await findLiveRevision(ctx.db, document))?.files ?? null
}

async function writeDocument(folder: string, kind: DocumentKind, files: DocumentFiles): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).split(sep).join('/')
    if (entry.isFile() && partOf(kind, name) && files[name] === undefined) await rm(path)
  }
  for (const [name, text] of Object.entries(files)) {
    // Only names that such a document may have become paths.
    if (!partOf(kind, name)) continue
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}
