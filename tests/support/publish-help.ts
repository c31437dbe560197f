import { readFile, readdir } from 'node:fs/promises'
import { v7 as uuidv7 } from 'uuid'
import { parse } from 'yaml'
import type { Database } from '#db/client'
import { findDocument, insertDocument, setLiveRevision } from '#db/queries/documents'
import { insertRevision, nextRevisionNumber } from '#db/queries/revisions'
import type { Text } from '~/domain/text'

interface HelpPost {
  slug: string
  title: Text
  summary: Text
  /** HTML by locale. */
  rendered: Record<string, string>
}

/** Publishes a help post. Publishing the same slug again creates its next revision, whose id is returned. */
export async function publishHelp(
  db: Database,
  { slug, title, summary, rendered }: HelpPost,
): Promise<string> {
  const fresh = { id: uuidv7(), kind: 'help' as const, slug, status: 'draft' as const, draftFiles: {} }
  const document = (await insertDocument(db, fresh)) ?? (await findDocument(db, 'help', slug))
  if (!document) throw new Error(`There is no document ${slug}`)
  const revisionId = uuidv7()
  await insertRevision(db, {
    ...{ id: revisionId, documentId: document.id, number: await nextRevisionNumber(db, document.id) },
    ...{ contentHash: revisionId, files: {}, body: { title, summary, order: 1, topic: null }, rendered },
  })
  await setLiveRevision(db, { at: new Date(), by: null, id: document.id, revisionId })
  return revisionId
}

const FOLDER = 'content/help'

/** Publishes the posts that ship, with their source in place of their HTML. */
export async function publishShippedHelp(db: Database): Promise<void> {
  for (const slug of await readdir(FOLDER)) {
    const post: HelpPost = { slug, title: {}, summary: {}, rendered: {} }
    for (const file of await readdir(`${FOLDER}/${slug}`)) {
      const locale = file.replace('.mdx', '') as keyof Text
      const [, matter = '', text = ''] = (await readFile(`${FOLDER}/${slug}/${file}`, 'utf8')).split(/^---$/m)
      const { title, summary } = parse(matter) as { title: string; summary: string }
      post.title[locale] = title
      post.summary[locale] = summary
      post.rendered[locale] = text
    }
    await publishHelp(db, post)
  }
}
