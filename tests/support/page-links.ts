/** A link of a page, as a reader without scripts meets it. */
export interface PageLink {
  href: string
  text: string
}

/** The links in the main part of a page that the server rendered. */
export function linksIn(html: string): PageLink[] {
  const main = html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'))
  return [...main.matchAll(/<a\b([^>]*)>(.*?)<\/a>/gs)].flatMap(([, attributes = '', inner = '']) => {
    const href = /\bhref="([^"]*)"/.exec(attributes)?.[1]
    return href === undefined ? [] : [{ href: decode(href), text: textOf(inner) }]
  })
}

/** The text of the first heading. */
export function headingOf(html: string): string {
  return textOf(/<h1\b[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '')
}

/** How many rows the bodies of the tables of a page have. */
export function rowsIn(html: string): number {
  const bodies = [...html.matchAll(/<tbody\b[^>]*>(.*?)<\/tbody>/gs)].map(([, body = '']) => body)
  return bodies.join('').match(/<tr\b/g)?.length ?? 0
}

const textOf = (html: string): string => decode(html.replaceAll(/<[^>]*>/g, '')).trim()

const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
