import { createHash } from 'node:crypto'
import type { Locale } from '~/domain/text'

const WORDS: Record<Locale, { label: string; back: string }> = {
  en: { label: 'Notes', back: 'Back to the text' },
  zh: { label: '注释', back: '回到正文' },
  es: { label: 'Notas', back: 'Volver al texto' },
}

/** A text arrow: without the selector some systems draw a picture. */
const ARROW = '\u21a9\ufe0e'

/** How notes become HTML. Their ids begin with a mark of the text, so that several texts may stand on one page. */
export function footnoteOptions(body: string, locale: Locale) {
  const { label, back } = WORDS[locale]
  return {
    clobberPrefix: `${markOf(body)}-`,
    footnoteLabel: label,
    footnoteLabelTagName: 'p',
    footnoteLabelProperties: { className: ['sr-only'] },
    footnoteBackLabel: (note: number, again: number) =>
      `${back} (${note + 1}${again > 1 ? `-${again}` : ''})`,
    footnoteBackContent: ARROW,
  }
}

/** The mark of a text, the same each time that it is rendered. */
export function markOf(body: string): string {
  return `t${createHash('sha256').update(body).digest('hex').slice(0, 8)}`
}
