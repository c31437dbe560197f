import type { Bodies } from '~/domain/content/bodies'
import { ICON_NAMES } from '~/domain/content/icons'
import { DOCUMENT_KINDS } from '~/domain/content/kinds'
import type { DocumentKind } from '~/domain/content/kinds'
import type { Thing } from '~/domain/content/references/reference'
import type { Text } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import { readLiveLinks } from '../checks/live-links.server'
import type { FormChoice, FormChoices } from './form-choices'

type Named = { id: string; name: Text | null }

/** What forms can name: everything that live documents offer, with the names that people know. */
export const listChoices = verb({ permission: 'documents.read' }, async ({ ctx }): Promise<FormChoices> => {
  const { live } = await readLiveLinks(ctx.db, ctx)
  const uses = new Map<string, number>()
  for (const { references } of live) {
    for (const key of new Set(references.map(({ thing, id }) => `${thing} ${id}`))) {
      uses.set(key, (uses.get(key) ?? 0) + 1)
    }
  }
  const choices: FormChoices = { icon: ICON_NAMES.map((id) => ({ id, name: null, uses: 0 })) }
  for (const [thing, named] of await namedThings(ctx)) {
    const counted = named.map((one): FormChoice => ({ ...one, uses: uses.get(`${thing} ${one.id}`) ?? 0 }))
    choices[thing] = [...(choices[thing] ?? []), ...counted]
  }
  return choices
})

/** By kind, then by slug. */
async function namedThings({ content }: Context): Promise<[Thing, Named[]][]> {
  const all = await Promise.all(DOCUMENT_KINDS.map((kind) => offeredBy(content, kind)))
  return all.flat()
}

/** What a live document offers to others, by the names that it gives. */
const OFFERED: { [Kind in keyof Bodies]: (body: Bodies[Kind], slug: string) => [Thing, Named[]][] } = {
  demo: ({ demo }, slug) => [['demo', [{ id: slug, name: demo.title }]]],
  help: ({ title }, slug) => [['help', [{ id: slug, name: title }]]],
  page: ({ title }, slug) => [['page', [{ id: slug, name: title }]]],
  plans: ({ plans, features }) => [
    ['plan', plans],
    ['feature', features],
  ],
  scenarios: ({ scenarios }) => [['scenario', scenarios]],
  audiences: ({ audiences }) => [['audience', audiences]],
  message: () => [],
  settings: () => [],
}

async function offeredBy<Kind extends DocumentKind>(
  content: Context['content'],
  kind: Kind,
): Promise<[Thing, Named[]][]> {
  const live = await content.list(kind)
  return live
    .flatMap(({ slug, body }) => OFFERED[kind](body, slug))
    .map(([thing, named]) => [thing, named.map(({ id, name }) => ({ id, name }))])
}
