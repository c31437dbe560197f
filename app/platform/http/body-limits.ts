import { UPLOAD_BYTES } from '~/domain/content/medium'

const KB = 1024

/** The size limit of a form on a page, in bytes. */
export const PAGE_BODY_BYTES = 32 * KB
/** Enough for the largest document with all its guides, as the editor sends it. */
const DRAFT_BODY_BYTES = 16_000 * KB
/** Enough for a file of conversions or costs, also in base64 with the meaning of each column. */
const FILE_BODY_BYTES = 2_000 * KB

/** A picture or video of the library, with its descriptions. */
const MEDIUM_BODY_BYTES = UPLOAD_BYTES + PAGE_BODY_BYTES

/** Requests larger than a form, which only staff can send: drafts and files to import. */
const LARGER: { path: RegExp; bytes: number }[] = [
  { path: /^\/studio\/media(\/upload)?$/, bytes: MEDIUM_BODY_BYTES },
  { path: /^\/studio\/conversions\/import$/, bytes: FILE_BODY_BYTES },
  { path: /^\/boards\/costs\/import$/, bytes: FILE_BODY_BYTES },
  { path: /^\/studio\/[a-z-]+\/[^/]+$/, bytes: DRAFT_BODY_BYTES },
]

/** The size limit of a body sent to a page, in bytes, by the requested path. */
export function bodyLimitOf(pathname: string): number {
  const path = pathname.replace(/\.data$/, '').replace(/\/+$/, '')
  return LARGER.find((each) => each.path.test(path))?.bytes ?? PAGE_BODY_BYTES
}
