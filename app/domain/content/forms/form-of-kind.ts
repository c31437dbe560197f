import { demoSchema } from '~/domain/demo/format/schema'
import { audiencesSchema, scenariosSchema } from '../choices'
import type { DocumentKind } from '../kinds'
import { messageSchema } from '../message'
import { plansSchema } from '../plans'
import type { Thing } from '../references/reference'
import { settingsSchema } from '../settings'
import { entriesOf } from './entries-of'
import type { NamedEntry } from './entry'

/** How a field is asked for where the schema does not tell. */
export type Asking =
  /** One of the things that others offer. */
  | Thing
  /** A list of lines in one large field. */
  | 'lines'
  /** The address of a page. */
  | 'link'
  | 'currency'
  | 'time-zone'
  | 'long'

/** By the path of the field without indexes. */
const ASKING: Partial<Record<DocumentKind, Record<string, Asking>>> = {
  settings: {
    timeZone: 'time-zone',
    currency: 'currency',
    embedHosts: 'lines',
    'networks.internal': 'lines',
    'networks.datacenter': 'lines',
    'boards.mailTo': 'lines',
  },
  message: { body: 'long', 'link.href': 'link' },
  plans: { currency: 'currency', 'refund.terms': 'long', note: 'long' },
  scenarios: { 'scenarios.icon': 'icon' },
  audiences: { 'audiences.icon': 'icon' },
  demo: {
    summary: 'long',
    scenario: 'scenario',
    audience: 'audience',
    plans: 'plan',
    'product.currency': 'currency',
  },
}

/** The parts of a demo that its form asks for; the machine, the screens and the world have editors of their own. */
const DEMO_FIELDS = [
  'title',
  'summary',
  'scenario',
  'audience',
  'minutes',
  'plans',
  'roles',
  'product',
  'tips',
]

/** The fields of the form of a kind that is one YAML file; none for a kind that is one text for each language. */
export function formOfKind(kind: DocumentKind): NamedEntry[] {
  switch (kind) {
    case 'demo':
      return entriesOf(demoSchema).filter(({ name }) => DEMO_FIELDS.includes(name))
    case 'message':
      return entriesOf(messageSchema)
    case 'plans':
      return entriesOf(plansSchema)
    case 'scenarios':
      return entriesOf(scenariosSchema)
    case 'audiences':
      return entriesOf(audiencesSchema)
    case 'settings':
      return entriesOf(settingsSchema)
    case 'help':
    case 'page':
      return []
  }
}

/** How a field is asked for, by its path without indexes; null when its schema tells. */
export function askingOf(kind: DocumentKind, path: string): Asking | null {
  return ASKING[kind]?.[path] ?? null
}
