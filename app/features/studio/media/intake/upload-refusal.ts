import type { UploadProblem } from '~/domain/content/medium'
import { MEDIUM_BYTES, PICTURE_PIXELS, PICTURE_SIDE, VIDEO_SECONDS } from '~/domain/content/medium'
import { DomainError } from '~/domain/errors'

/** For the API and logs. Pages show the problem in the reader's language. */
const MESSAGES: Record<UploadProblem, string> = {
  'no-file': 'Choose a file.',
  'unknown-type':
    'This is no picture (PNG, JPEG, WebP, AVIF), drawing (SVG) or video (MP4, WebM), whatever its name says.',
  'too-large': `Too large: a picture may have ${MEDIUM_BYTES.picture} bytes, a drawing ${MEDIUM_BYTES.drawing}, a video ${MEDIUM_BYTES.video}.`,
  'too-many-pixels': `A picture may have ${PICTURE_PIXELS} pixels and ${PICTURE_SIDE} on each side.`,
  unreadable: 'The file is damaged: it cannot be read to its end.',
  'no-size': 'The drawing has no size: give its svg element a viewBox, or a width and a height.',
  'too-long': `A video may last ${VIDEO_SECONDS} seconds.`,
  codec: 'Browsers do not all play this video: use H.264, VP8, VP9 or AV1, with AAC, MP3, Opus or Vorbis.',
  'no-alt': 'Describe what can be seen, in each language of the center.',
}

/** The refusal of an upload. */
export const uploadRefusal = (problem: UploadProblem, at = 'file'): DomainError =>
  new DomainError('invalid-input', MESSAGES[problem], { at, problem })
