import { NEW_SLUG_MAX } from './new-slug'

/** A picture is made of pixels, a drawing of shapes (SVG). */
export const MEDIUM_KINDS = ['picture', 'drawing', 'video'] as const
export type MediumKind = (typeof MEDIUM_KINDS)[number]

/** The ending of a medium's name. Pictures of every format become WebP. */
export type MediumEnding = 'webp' | 'svg' | 'mp4' | 'webm'

const MB = 1024 * 1024

/** The largest upload of each kind, in bytes. */
export const MEDIUM_BYTES: Record<MediumKind, number> = {
  picture: 15 * MB,
  drawing: MB / 2,
  video: 30 * MB,
}

/** The largest upload of any kind. */
export const UPLOAD_BYTES = MEDIUM_BYTES.video

/** Width times height of a picture to upload. */
export const PICTURE_PIXELS = 40_000_000

/** Each side of a picture to upload. */
export const PICTURE_SIDE = 16_000

/** The widths in which a picture is kept besides its full one. */
export const PICTURE_WIDTHS: readonly number[] = [480, 960, 1600]

/** What the full size of a picture fits into. */
export const FULL_SIZE = { width: 2400, height: 8000 } as const

export const VIDEO_SECONDS = 90

/** Why an upload is refused. */
export const UPLOAD_PROBLEMS = [
  'no-file',
  'unknown-type',
  'too-large',
  'too-many-pixels',
  'unreadable',
  'no-size',
  'too-long',
  'codec',
  'no-alt',
] as const
export type UploadProblem = (typeof UPLOAD_PROBLEMS)[number]

const HASH_DIGITS = 16
const MEDIUM_NAME = /^[a-z0-9]+(-[a-z0-9]+)*-[0-9a-f]{16}\.(webp|svg|mp4|webm)$/

/** Whether a text has the form of a medium's name. */
export function isMediumName(name: string): boolean {
  return name.length <= 100 && MEDIUM_NAME.test(name)
}

/**
 * The name under which a medium is referred to and served: it holds a hash of the content, so what it names never
 * changes, and nobody can guess it. `called` is a slug made from the file's name; it may be empty.
 */
export function mediumName(
  called: string,
  kind: MediumKind,
  contentHash: string,
  ending: MediumEnding,
): string {
  const word = called.slice(0, NEW_SLUG_MAX).replace(/-+$/, '')
  return `${word === '' ? kind : word}-${contentHash.slice(0, HASH_DIGITS)}.${ending}`
}

/** The last part of a file's name without its ending. Folders in it are dropped: a name is never a path. */
export function baseName(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? ''
  return last.replace(/\.[^.]*$/, '')
}
