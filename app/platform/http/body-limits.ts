const KB = 1024

/** Bytes that a form of a page may have. */
export const PAGE_BODY_BYTES = 32 * KB
/** Room for the largest document with all its guides, as the editor sends it. */
const DRAFT_BODY_BYTES = 16_000 * KB
/** A file of conversions as it comes, or once more in base64 with what each column is. */
const FILE_BODY_BYTES = 2_000 * KB

/** What is larger than a form, and only staff may send: the drafts of documents, and files to import. */
const LARGER: { path: RegExp; bytes: number }[] = [
  { path: /^\/studio\/conversions\/import$/, bytes: FILE_BODY_BYTES },
  { path: /^\/studio\/[a-z-]+\/[^/]+$/, bytes: DRAFT_BODY_BYTES },
]

/** The bytes that a body sent to a page may have, by its path as the browser asks for it. */
export function bodyLimitOf(pathname: string): number {
  const path = pathname.replace(/\.data$/, '').replace(/\/+$/, '')
  return LARGER.find((each) => each.path.test(path))?.bytes ?? PAGE_BODY_BYTES
}
