import { createHash } from 'node:crypto'
import { findMediumByContent, insertMedium } from '#db/queries/media'
import type { MediumRow } from '#db/queries/media'
import { lockNames } from '#db/queries/locks'
import { baseName, mediumName } from '~/domain/content/medium'
import { auditActor } from '~/platform/audit/audit-actor'
import type { Context } from '~/platform/context/context'
import type { Intake } from '~/platform/media/intake'
import { verb } from '~/platform/verb/verb'
import { slugFrom, spelledSlug } from '../documents/slug-from'
import { readUpload } from './intake/read-upload.server'
import { refuseMissingAlt } from './missing-alt.server'
import { addMediumSchema } from './schemas'

export interface AddedMedium {
  name: string
  /** False when the library had the same content already. */
  isNew: boolean
  /** What was taken out of a drawing. */
  removed: string[]
}

/**
 * Adds a picture, drawing or video to the library. Its type is told by its content, and nothing of what came in is kept as
 * it was.
 * @throws DomainError `invalid-input` with the `UploadProblem` as `problem`; `unavailable` when too many uploads wait
 */
export const addMedium = verb(
  { permission: 'documents.edit', input: addMediumSchema, audit: ['medium.add'] },
  async ({ ctx, input: { fileName, bytes, alt }, audit }): Promise<AddedMedium> => {
    await refuseMissingAlt(ctx, alt)
    const intake = await readUpload(ctx.inspector, bytes)
    const row = await rowOf(ctx, fileName, intake)
    return ctx.db.transaction(async (tx) => {
      await lockNames(tx, [`medium ${row.contentHash}`])
      const present = await findMediumByContent(tx, row.contentHash)
      if (present) return { name: present.name, isNew: false, removed: intake.removed }
      for (const [index, { key }] of row.files.entries())
        await ctx.media.put(key, intake.files[index]?.bytes ?? new Uint8Array(), row.contentType)
      await insertMedium(tx, { ...row, alt })
      await audit(tx, 'medium.add', { subject: row.name, data: { note: row.title } })
      return { name: row.name, isNew: true, removed: intake.removed }
    })
  },
)

async function rowOf(ctx: Context, fileName: string, intake: Intake): Promise<Omit<MediumRow, 'alt'>> {
  const { kind, ending, contentType, width, height, seconds, files } = intake
  const contentHash = createHash('sha256')
    .update(files.at(-1)?.bytes ?? '')
    .digest('hex')
  const spelled = await spelledSlug(baseName(fileName)).catch(() => slugFrom(fileName))
  return {
    ...{ kind, contentType, width, height, seconds, contentHash },
    name: mediumName(spelled, kind, contentHash, ending),
    title: titleOf(fileName),
    files: files.map((file) => ({
      key: `${contentHash}/${file.width}.${ending}`,
      width: file.width,
      bytes: file.bytes.byteLength,
    })),
    createdAt: ctx.now(),
    createdBy: auditActor(ctx.actor).actorName,
  }
}

/** The file's name as people read it: one line of at most 200 characters. */
const titleOf = (fileName: string): string =>
  fileName.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, '').slice(0, 200)
