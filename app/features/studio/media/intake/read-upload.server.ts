import { MEDIUM_BYTES } from '~/domain/content/medium'
import type { MediumKind } from '~/domain/content/medium'
import type { Inspector } from '~/platform/content/inspector'
import type { Intake } from '~/platform/media/intake'
import { contentType } from './content-type'
import type { UploadType } from './content-type'
import { readPicture } from './read-picture.server'
import { uploadRefusal } from './upload-refusal'

const KIND_OF: Record<UploadType, MediumKind> = {
  ...{ png: 'picture', jpeg: 'picture', webp: 'picture', avif: 'picture' },
  ...{ svg: 'drawing', mp4: 'video', webm: 'video' },
}

/** What is made of an upload, by the type that its content has. @throws DomainError `invalid-input`, `unavailable` */
export async function readUpload(
  inspector: Pick<Inspector, 'drawing' | 'video'>,
  bytes: Uint8Array,
): Promise<Intake> {
  if (bytes.byteLength === 0) throw uploadRefusal('no-file')
  const type = contentType(bytes)
  if (type === null) throw uploadRefusal('unknown-type')
  if (bytes.byteLength > MEDIUM_BYTES[KIND_OF[type]]) throw uploadRefusal('too-large')
  if (type === 'svg') return inspector.drawing(bytes)
  return type === 'mp4' || type === 'webm' ? inspector.video(bytes, type) : readPicture(bytes)
}
