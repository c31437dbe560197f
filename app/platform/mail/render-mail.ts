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
export function renderMail(
  { subject, lines, tables = [], link, after }: MailWords,
  locale: Locale,
): RenderedMail {
  const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${markup(text)}</p>`).join('\n')
  const href = markup(link.href)
  return {
    subject: oneLine(subject),
    text: `${[...lines, ...tables.map(tableText), link.href, ...after].join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${markup(oneLine(subject))}</title>`,
      '<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#1c1917;max-width:34em">',
      paragraphs(lines),
      ...tables.map(tableMarkup),
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

type MailTable = NonNullable<MailWords['tables']>[number]

const tableText = ({ title, columns, rows }: MailTable): string =>
  [title, columns.map(({ label }) => label).join(' | '), ...rows.map((row) => row.join(' | '))].join('\n')

/** Mail programs keep inline styles alone. */
function tableMarkup({ title, columns, rows }: MailTable): string {
  const style = (index: number) =>
    `padding:4px 8px;border-bottom:1px solid #e7e5e4;text-align:${columns[index]?.isNumber ? 'right' : 'left'}`
  const row = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell, index) => `<${tag} style="${style(index)}">${markup(cell)}</${tag}>`).join('')}</tr>`
  const head = row(
    columns.map(({ label }) => label),
    'th',
  )
  return [
    `<h2 style="font-size:18px">${markup(title)}</h2>`,
    `<table style="border-collapse:collapse;font-size:14px"><thead>${head}</thead>`,
    `<tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`,
  ].join('\n')
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function markup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign).replace(/\r?\n/g, '<br>')
}
