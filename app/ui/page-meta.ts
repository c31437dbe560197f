import type { MetaDescriptor } from '@remix-run/node'
import type { PageMatches } from './site-title'
import { siteNameOf, siteTitle } from './site-title'

interface PageFacts {
  title?: string | null | undefined
  description?: string | undefined
  /** The path of a picture of the page. */
  picture?: string | undefined
  /** What the page is, as schema.org describes it; `@context` is added. */
  data?: Record<string, unknown> | undefined
}

const rootOf = (matches: PageMatches): { origin?: string; locale?: string } =>
  matches.find(({ id }) => id === 'root')?.data ?? {}

/** The scheme and host of the center, as the root page gives it. */
export const originOf = (matches: PageMatches): string => rootOf(matches).origin ?? ''

/** The name of the center, as the root page gives it. */
export const siteNameIn = (matches: PageMatches): string => siteNameOf(rootOf(matches))

/** The title and description of a reading page, for readers, search engines, and whoever shares its address. */
export function pageMeta(
  matches: PageMatches,
  { title, description, picture, data }: PageFacts,
): MetaDescriptor[] {
  const { locale = 'en' } = rootOf(matches)
  const origin = originOf(matches)
  const named = siteTitle(matches, title)
  return [
    named,
    ...(description ? [{ name: 'description', content: description }] : []),
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: siteNameIn(matches) },
    { property: 'og:locale', content: locale },
    { property: 'og:title', content: title ?? named.title },
    ...(description ? [{ property: 'og:description', content: description }] : []),
    ...(picture ? [{ property: 'og:image', content: origin + picture }] : []),
    { name: 'twitter:card', content: picture ? 'summary_large_image' : 'summary' },
    ...(data
      ? [{ 'script:ld+json': { '@context': 'https://schema.org', inLanguage: locale, ...data } }]
      : []),
  ]
}
