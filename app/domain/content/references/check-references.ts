import { wouldBeRight } from '~/domain/suggest'
import { fileProblem, type FileProblem } from '../checks/file-problem'
import { yamlPlaces } from '../checks/yaml-place'
import { ICON_NAMES } from '../icons'
import type { DocumentFiles } from '../kinds'
import {
  isSameThing,
  type DocumentLinks,
  type KnownThings,
  type Offer,
  type Reference,
  type Thing,
  type Use,
} from './reference'

/** The live documents that a document is checked against. */
export interface ReferenceContext {
  known: KnownThings
  /** Of retired documents: what a visitor may try instead of each; null when nothing was named. */
  retired?: Partial<Record<Thing, Record<string, string | null>>>
}

/**
 * The things that exist while these documents are live, for kinds of things that at least one document offers. Media are
 * not checked when they are unknown.
 */
export function knownThings(live: readonly DocumentLinks[], media?: readonly string[]): KnownThings {
  const known: Partial<Record<Thing, string[]>> = { demo: [], 'demo-plan': [], help: [], page: [] }
  if (media) known.medium = [...media]
  for (const { offers } of live) {
    for (const { thing, id } of offers) known[thing] = [...(known[thing] ?? []), id]
  }
  return known
}

/** Every broken reference, with its place and what would be right. */
export function checkReferences(
  links: DocumentLinks,
  files: DocumentFiles,
  around: ReferenceContext,
): FileProblem[] {
  const isMissing = (offer: Offer) => !isThere(offer, links, around.known)
  return links.references
    .filter(isMissing)
    .filter(({ thing, id }) => thing !== 'demo-plan' || !isMissing({ thing: 'demo', id: demoOf(id) }))
    .map((reference) => {
      const { thing, file } = reference
      return fileProblem('error', file, `unknown-${thing}`, complaint(reference, links, around), {
        at: reference.at,
        ...referencePlace(reference, files),
      })
    })
}

/** Things that a document no longer offers although others name them. `at` is the list from which each is missing. */
export function stillUsed(links: DocumentLinks, files: DocumentFiles, uses: readonly Use[]): FileProblem[] {
  const lost = uses.filter((use) => !links.offers.some((offer) => isSameThing(offer, use)))
  const things = lost.filter((use, index) => lost.findIndex((other) => isSameThing(other, use)) === index)
  return things.map((thing) => {
    const users = lost.filter((use) => isSameThing(use, thing)).map(({ by }) => `${by.kind} ${by.slug}`)
    const { file, at } = LISTS[thing.thing] ?? { file: '', at: '' }
    const message = `${called(thing)} is used by ${users.join(', ')}: keep it, or change those first or together with this`
    return fileProblem('error', file, 'still-used', message, { at, ...yamlPlaces(files[file] ?? '')(at) })
  })
}

/** The place of a reference. A path of a YAML file is looked up in its text. */
export function referencePlace(
  { file, at, line, column }: Reference,
  files: DocumentFiles,
  placesIn: typeof yamlPlaces = yamlPlaces,
): { line?: number; column?: number } {
  if (line !== undefined) return { line, ...(column !== undefined && { column }) }
  return at === '' ? {} : (placesIn(files[file] ?? '')(at) ?? {})
}

const LISTS: Partial<Record<Thing, { file: string; at: string }>> = {
  plan: { file: 'plans.yaml', at: 'plans' },
  feature: { file: 'plans.yaml', at: 'features' },
  scenario: { file: 'scenarios.yaml', at: 'scenarios' },
  audience: { file: 'audiences.yaml', at: 'audiences' },
  'demo-plan': { file: 'demo.yaml', at: 'plans' },
}

function isThere(offer: Offer, { offers }: DocumentLinks, known: KnownThings): boolean {
  if (offer.thing === 'address') return false
  const ids = namesOf(offer.thing, known)
  return ids === null || ids.includes(offer.id) || offers.some((own) => isSameThing(own, offer))
}

function namesOf(thing: Thing, known: KnownThings): readonly string[] | null {
  return thing === 'icon' ? ICON_NAMES : (known[thing] ?? null)
}

const demoOf = (id: string) => id.split('/')[0] ?? ''
const planOf = (id: string) => id.slice(id.indexOf('/') + 1)

function complaint({ thing, id }: Reference, { offers }: DocumentLinks, around: ReferenceContext): string {
  const retired = around.retired?.[thing]
  if (retired && Object.hasOwn(retired, id)) {
    const instead = retired[id]
    return `${called({ thing, id })} is retired: ${instead ? `write ${instead}` : 'name another, or leave it out'}`
  }
  const own = offers.filter((offer) => offer.thing === thing).map((offer) => offer.id)
  const names = [...new Set([...(namesOf(thing, around.known) ?? []), ...own])]
  switch (thing) {
    case 'demo-plan': {
      const plans = names.filter((name) => demoOf(name) === demoOf(id)).map(planOf)
      return `The demo ${demoOf(id)} has no plan ${planOf(id)}: ${wouldBeRight(planOf(id), plans)}`
    }
    case 'address':
      return `There is no page ${id}: link to /demos/…, /help/…, /pricing or a page of your own`
    case 'feature':
      return `No plan has a feature ${id}: ${wouldBeRight(id, names)}`
    default:
      return `There is no ${NAMES[thing]} ${id}: ${wouldBeRight(id, names)}`
  }
}

const NAMES: Record<Exclude<Thing, 'demo-plan' | 'address' | 'feature'>, string> = {
  demo: 'demo',
  help: 'help post',
  page: 'page',
  plan: 'plan',
  scenario: 'scenario',
  audience: 'audience',
  icon: 'icon',
  medium: 'picture or video',
}

function called({ thing, id }: Offer): string {
  if (thing === 'demo-plan') return `The plan ${planOf(id)}`
  return `The ${thing === 'help' ? NAMES.help : thing} ${id}`
}
