import { directoryStore } from './directory-store'
import type { MediaStore } from './media-store'
import { s3Store } from './s3-store'
import type { S3Settings } from './s3-store'

/** Where media are kept, by the settings of the process. */
export type MediaPlace = { directory: string } | { s3: S3Settings }

/** Opens the store of media. Nothing is written or asked yet. */
export function openMediaStore(place: MediaPlace): MediaStore {
  return 's3' in place ? s3Store(place.s3) : directoryStore(place.directory)
}
