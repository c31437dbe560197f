import type { DocumentCheckContext } from '~/domain/content/checks/document-check-context'
import type { DocumentKind } from '~/domain/content/kinds'
import { knownThings } from '~/domain/content/references/check-references'
import { isSameDocument } from '~/domain/content/references/reference'
import { usesOf } from '~/domain/content/references/settle-references'
import type { Locale } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { readLiveLinks } from './live-links.server'
import type { LiveLinks } from './live-links.server'

interface Named {
  kind: DocumentKind
  slug: string
}

/** What a document is checked against: all other live documents, and those that refer to its live version. */
export async function readCheckContext(ctx: Context, named: Named): Promise<DocumentCheckContext> {
  const { locales } = await workspaceSettings(ctx)
  return checkContextIn(await readLiveLinks(ctx.db, ctx), named, locales)
}

/** The same for one of many documents, with the languages of the workspace. */
export function checkContextIn(
  { live, retired, media }: LiveLinks,
  { kind, slug }: Named,
  locales: readonly Locale[],
): DocumentCheckContext {
  const named = { kind, slug }
  const own = live.find((one) => isSameDocument(one, named)) ?? null
  const others = live.filter((one) => one !== own)
  return { known: knownThings(others, media), retired, uses: usesOf(own, others), locales }
}
