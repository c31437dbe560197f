/** The pages that surround the one shown, as Remix gives them to `meta`. */
export type PageMatches = readonly { id: string; data?: unknown }[]

const UNNAMED = 'Foyer'

/** The name of this center from its settings, provided by the root page. */
export function siteNameOf(rootData: unknown): string {
  const name = (rootData as { siteName?: unknown } | null | undefined)?.siteName
  return typeof name === 'string' ? name : UNNAMED
}

/** The title of a page with the name of the center: `Prices · Ledgerline`. */
export function siteTitle(matches: PageMatches, title?: string | null): { title: string } {
  const name = siteNameOf(matches.find((match) => match.id === 'root')?.data)
  return { title: title ? `${title} · ${name}` : name }
}
