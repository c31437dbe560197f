import sharp from 'sharp'
import type { Metadata, Sharp } from 'sharp'
import { FULL_SIZE, PICTURE_PIXELS, PICTURE_SIDE, PICTURE_WIDTHS } from '~/domain/content/medium'
import type { Intake } from '~/platform/media/intake'
import { uploadRefusal } from './upload-refusal'

// Of all that the library can open, only what is taken: neither documents nor scripts of any kind.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
})

let last: Promise<unknown> = Promise.resolve()

/**
 * Encodes a picture again in each size, without what a camera wrote into it. Sizes are read from its head: one with too many
 * pixels is refused before it is decoded. One at a time, since each may take 200 MB.
 * @throws DomainError `invalid-input`
 */
export function readPicture(bytes: Uint8Array): Promise<Intake> {
  const read = last.then(() => readNext(bytes))
  last = read.catch(() => undefined)
  return read
}

async function readNext(bytes: Uint8Array): Promise<Intake> {
  const { width, height, format } = await headOf(bytes)
  if (Math.max(width, height) > PICTURE_SIDE || width * height > PICTURE_PIXELS)
    throw uploadRefusal('too-many-pixels')
  const full = await encode(bytes, format, FULL_SIZE)
  const files = [full]
  for (const one of PICTURE_WIDTHS.filter((each) => each < full.width).reverse())
    files.unshift(await encode(bytes, format, { width: one }))
  return {
    ...{ kind: 'picture', ending: 'webp', contentType: 'image/webp' },
    ...{ width: full.width, height: full.height, seconds: null, removed: [], files },
  }
}

async function headOf(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch {
    throw uploadRefusal('unreadable')
  }
}

async function encode(
  bytes: Uint8Array,
  format: Metadata['format'],
  fit: { width: number; height?: number },
): Promise<{ bytes: Uint8Array; width: number; height: number }> {
  const picture: Sharp = sharp(bytes, { limitInputPixels: PICTURE_PIXELS, failOn: 'error' })
  try {
    const { data, info } = await picture
      .autoOrient()
      .resize({ ...fit, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 84, smartSubsample: true, preset: format === 'png' ? 'drawing' : 'photo' })
      .timeout({ seconds: 60 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    throw uploadRefusal('unreadable')
  }
}
