import { useLocation } from '@remix-run/react'
import { alternatesOf } from '~/domain/content/sitemap'
import type { Locale } from '~/domain/text'
import { useLocalPath } from './use-local-path'

/** Tells search engines the one address of a reading page, without its choices, and those in the other languages. */
export function PageAddresses({ origin, locales }: { origin: string; locales: readonly Locale[] }) {
  const { pathname } = useLocation()
  const localize = useLocalPath()
  return (
    <>
      <link rel="canonical" href={origin + localize(pathname)} />
      {alternatesOf(pathname, locales).map(({ language, path }) => (
        <link key={language} rel="alternate" hrefLang={language} href={origin + path} />
      ))}
    </>
  )
}
