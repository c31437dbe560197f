import type { Bodies } from '../bodies'
import type { Choice } from '../choices'
import { KIND_LAYOUT, partOf, type DocumentFiles, type DocumentKind } from '../kinds'
import { addressReferences } from './address-references'
import { demoReferences } from './demo-references'
import type { DocumentLinks, Offer, Reference, Thing } from './reference'
import { textReferences } from './text-references'

/** What a document of one kind refers to in its source, beside the links in its texts, and what it offers. */
interface KindLinks<Kind extends DocumentKind> {
  /** The page of its texts, for links relative to it. */
  base: (slug: string) => string
  references: (body: Bodies[Kind], file: string) => Reference[]
  offers: (body: Bodies[Kind], slug: string) => Offer[]
}

const none = () => []
const atHome = () => '/'
const offered = (thing: Thing, ids: readonly string[]): Offer[] => ids.map((id) => ({ thing, id }))
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)

const iconsOf = (choices: readonly Choice[], list: string, file: string): Reference[] =>
  choices.flatMap(({ icon }, index) =>
    icon === undefined ? [] : [{ thing: 'icon', id: icon, file, at: `${list}.${index}.icon` }],
  )

const LINKS: { [Kind in DocumentKind]: KindLinks<Kind> } = {
  demo: {
    // Guides are read beside a trial, whose address no author knows, so a relative link leads nowhere.
    base: () => '/try/trial',
    references: ({ demo }, file) => demoReferences(demo, file),
    offers: ({ demo }, slug) => [
      ...offered('demo', [slug]),
      ...offered(
        'demo-plan',
        demo.plans.map((plan) => `${slug}/${plan}`),
      ),
    ],
  },
  help: {
    base: (slug) => `/help/${slug}`,
    references: none,
    offers: (_, slug) => offered('help', [slug]),
  },
  page: {
    base: (slug) => `/${slug}`,
    references: none,
    offers: (_, slug) => offered('page', [slug]),
  },
  message: {
    base: atHome,
    references: ({ link }, file) =>
      link ? addressReferences(link.href, '/').map((one) => ({ ...one, file, at: 'link.href' })) : [],
    offers: none,
  },
  plans: {
    base: atHome,
    references: none,
    offers: ({ plans, features }) => [
      ...offered('plan', idsOf(plans)),
      ...offered('feature', idsOf(features)),
    ],
  },
  scenarios: {
    base: atHome,
    references: ({ scenarios }, file) => iconsOf(scenarios, 'scenarios', file),
    offers: ({ scenarios }) => offered('scenario', idsOf(scenarios)),
  },
  audiences: {
    base: atHome,
    references: ({ audiences }, file) => iconsOf(audiences, 'audiences', file),
    offers: ({ audiences }) => offered('audience', idsOf(audiences)),
  },
  settings: { base: atHome, references: none, offers: none },
}

/** Everything that a document refers to and offers; `body` is its parsed files. */
export function documentLinks<Kind extends DocumentKind>(
  kind: Kind,
  slug: string,
  files: DocumentFiles,
  body: Bodies[Kind],
): DocumentLinks {
  const { base, references, offers } = LINKS[kind]
  const inTexts = Object.entries(files)
    .filter(([file]) => (partOf(kind, file)?.part ?? 'source') !== 'source')
    .flatMap(([file, text]) => textReferences(file, text, base(slug)))
  const source = KIND_LAYOUT[kind].source ?? ''
  return { kind, slug, references: [...references(body, source), ...inTexts], offers: offers(body, slug) }
}
