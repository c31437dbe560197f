import { firstExcess } from '~/domain/content/document-limits'
import type { DocumentFiles } from '~/domain/content/kinds'
import { DomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import { fixedT } from '~/platform/language/i18n'

/** Refuses files with more lines or keys than can be worked with. @throws DomainError `invalid-input` */
export function refuseExcess({ locale }: Pick<Context, 'locale'>, files: DocumentFiles): void {
  const excess = firstExcess(files)
  if (!excess) return
  const { file, what, most, line } = excess
  const number = (count: number) => new Intl.NumberFormat(locale).format(count)
  const places = { file, most: number(most), line: number(line) }
  const message = fixedT(locale, 'studio')(`excess.${what}`, places)
  throw new DomainError('invalid-input', message, { issues: [{ at: `files.${file}`, message }], ...excess })
}
