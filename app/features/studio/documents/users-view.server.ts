import { findDocument } from '#db/queries/documents'
import { findLiveRevision } from '#db/queries/revisions'
import { yamlPlaces } from '~/domain/content/checks/yaml-place'
import { referencePlace } from '~/domain/content/references/check-references'
import type { DocumentKind } from '~/domain/content/kinds'
import type { Text } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { draftTitle } from './draft-title'
import type { DocumentUser } from './list-users'

/** A live document that names another, as pages show it. */
export interface UserView {
  kind: DocumentKind
  slug: string
  title: Text | null
  ids: string[]
  places: { file: string; line: number | null }[]
}

/** Most places listed for one document. */
const MAX_PLACES = 3

/** Gives each user of a document its title and the lines on which it names it. */
export async function usersView(ctx: Context, users: readonly DocumentUser[]): Promise<UserView[]> {
  const views: UserView[] = []
  for (const { kind, slug, ids, places } of users) {
    const document = await findDocument(ctx.db, kind, slug)
    const files = (document && (await findLiveRevision(ctx.db, document))?.files) ?? {}
    // Parsing a file takes longer than all the rest, and many places lie in the same one.
    const placesIn = parsedOnce()
    const lines = places.map((place) => ({
      file: place.file,
      line: referencePlace(place, files, placesIn).line ?? null,
    }))
    const isFirst = ({ file, line }: UserView['places'][number], index: number) =>
      lines.findIndex((one) => one.file === file && one.line === line) === index
    const shown = lines.filter(isFirst).slice(0, MAX_PLACES)
    views.push({ kind, slug, title: draftTitle(kind, files), ids, places: shown })
  }
  return views
}

function parsedOnce(): typeof yamlPlaces {
  const parsed = new Map<string, ReturnType<typeof yamlPlaces>>()
  return (source) => {
    const known = parsed.get(source) ?? yamlPlaces(source)
    parsed.set(source, known)
    return known
  }
}
