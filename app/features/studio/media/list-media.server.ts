import { listMediumRows } from '#db/queries/media'
import type { MediumRow } from '#db/queries/media'
import { verb } from '~/platform/verb/verb'
import { mediaListSchema } from './schemas'

const PAGE = 48

export interface ListedMedia {
  media: MediumRow[]
  next: { at: Date; name: string } | null
}

/** The library, the newest first. */
export const listMedia = verb(
  { permission: 'documents.read', input: mediaListSchema },
  async ({ ctx, input }): Promise<ListedMedia> => {
    const rows = await listMediumRows(ctx.db, { ...input, limit: PAGE + 1 })
    const media = rows.slice(0, PAGE)
    const last = media.at(-1)
    return { media, next: rows.length > PAGE && last ? { at: last.createdAt, name: last.name } : null }
  },
)
