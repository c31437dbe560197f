import type { Locale } from '../text'
import { localPath, mainLocale } from './local-path'

/** The address of a page in each offered language, and under `x-default` that of the main one. */
export function alternatesOf(
  path: string,
  offered: readonly Locale[],
): { language: Locale | 'x-default'; path: string }[] {
  const main = mainLocale(offered)
  const each = offered.map((locale) => ({ language: locale, path: localPath(path, locale, main) }))
  return [...each, { language: 'x-default', path }]
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A sitemap of these pages in all languages, each with the others beside it. */
export function sitemapOf(origin: string, paths: readonly string[], offered: readonly Locale[]): string {
  const urls = paths.flatMap((path) => {
    const alternates = alternatesOf(path, offered)
    const links = alternates.map(
      ({ language, path: address }) =>
        `    <xhtml:link rel="alternate" hreflang="${language}" href="${escaped(origin + address)}"/>\n`,
    )
    return alternates
      .filter(({ language }) => language !== 'x-default')
      .map(
        ({ path: address }) =>
          `  <url>\n    <loc>${escaped(origin + address)}</loc>\n${links.join('')}  </url>\n`,
      )
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n',
    ...urls,
    '</urlset>\n',
  ].join('')
}
