import type { Readable } from 'node:stream'
import { findMedium } from '#db/queries/media'
import { DomainError } from '~/domain/errors'
import type { ByteRange } from '~/platform/media/media-store'
import { verb } from '~/platform/verb/verb'
import { openMediumSchema } from './schemas'

export interface OpenMedium {
  name: string
  contentType: string
  isDrawing: boolean
  bytes: number
  /** Null when the store has lost the file. */
  open: (range?: ByteRange) => Promise<Readable | null>
}

/** One file of a medium, for whoever knows its name: names hold a hash, which nobody guesses. @throws DomainError `not-found` */
export const openMedium = verb(
  { permission: 'anyone', input: openMediumSchema },
  async ({ ctx, input: { name, width = Infinity } }): Promise<OpenMedium> => {
    const found = await findMedium(ctx.db, name)
    const file = found?.files.find((one) => one.width >= width) ?? found?.files.at(-1)
    if (!found || !file) throw new DomainError('not-found', 'There is no such picture or video.')
    const { contentType, kind } = found
    const open = (range?: ByteRange) => ctx.media.open(file.key, range)
    return { name, contentType, isDrawing: kind === 'drawing', bytes: file.bytes, open }
  },
)
