import type { UploadProblem } from '~/domain/content/medium'
import { UPLOAD_PROBLEMS } from '~/domain/content/medium'
import { isLocale } from '~/domain/text'
import type { Locale } from '~/domain/text'

/** What an upload was refused for; `locale` is the language in which the description is missing. */
export interface UploadErrors {
  problem: UploadProblem
  locale: Locale | null
}

/** Where the medium is, or why there is none. */
export type UploadAnswer = { to: string } | { errors: UploadErrors }

/** The refusal of an upload as its form shows it; null for any other. */
export function uploadErrors({ problem, at }: { problem?: string; at?: string }): UploadErrors | null {
  const known = UPLOAD_PROBLEMS.find((one) => one === problem)
  const locale = at?.split('.')[1]
  return known ? { problem: known, locale: isLocale(locale) ? locale : null } : null
}
