import type { Locale } from '~/domain/text'
import type { MailWords } from './mail-language'

export interface RenderedMail {
  subject: string
  text: string
  html: string
}

const SUBJECT_LENGTH = 150

/**
 * Renders a message as plain text and as simple HTML. All values are escaped, so that none becomes markup or a header.
 */
export function renderMail({ subject, lines, link, after }: MailWords, locale: Locale): RenderedMail {
  const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${markup(text)}</p>`).join('\n')
  const href = markup(link.href)
  return {
    subject: oneLine(subject),
    text: `${[...lines, link.href, ...after].join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${markup(oneLine(subject))}</title>`,
      '<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#1c1917;max-width:34em">',
      paragraphs(lines),
      `<p><a href="${href}">${markup(link.label)}</a><br><small>${href}</small></p>`,
      paragraphs(after),
      '</body></html>',
    ].join('\n'),
  }
}

/** Removes line breaks and other characters that end a header, and shortens at a character boundary. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return [...line.slice(0, 2 * SUBJECT_LENGTH)].slice(0, SUBJECT_LENGTH).join('')
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function markup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign).replace(/\r?\n/g, '<br>')
}
