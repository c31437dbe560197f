import { isLocale, type Locale } from '../text'

/** Every kind of content. Each document of a kind is a folder of files below `content/<folder>/<slug>/`. */
export const DOCUMENT_KINDS = [
  'demo',
  'help',
  'message',
  'plans',
  'scenarios',
  'audiences',
  'page',
  'settings',
] as const

export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** The status of a document. A live document may have a newer draft beside it; that does not change its status. */
export const DOCUMENT_STATUSES = ['draft', 'in-review', 'published', 'retired'] as const

export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number]

/** The files of a document: path inside its folder -> text. */
export type DocumentFiles = Record<string, string>

/** Which part of a document a file is. */
export type DocumentPart =
  { part: 'source' } | { part: 'text'; locale: Locale } | { part: 'guide'; name: string; locale: Locale }

/**
 * `source` names the one required file, or is null when a document is one MDX text for each locale. Singletons exist
 * once.
 */
export type KindLayout = { folder: string; source: string | null; singleton: boolean }

export const KIND_LAYOUT: Record<DocumentKind, KindLayout> = {
  demo: { folder: 'demos', source: 'demo.yaml', singleton: false },
  help: { folder: 'help', source: null, singleton: false },
  message: { folder: 'messages', source: 'message.yaml', singleton: false },
  plans: { folder: 'plans', source: 'plans.yaml', singleton: true },
  scenarios: { folder: 'scenarios', source: 'scenarios.yaml', singleton: true },
  audiences: { folder: 'audiences', source: 'audiences.yaml', singleton: true },
  page: { folder: 'pages', source: null, singleton: false },
  settings: { folder: 'settings', source: 'settings.yaml', singleton: true },
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const TEXT_FILE = /^([a-z]{2})\.mdx$/
const GUIDE_FILE = /^guides\/([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z]{2})\.mdx$/

export function isDocumentKind(value: unknown): value is DocumentKind {
  return DOCUMENT_KINDS.some((kind) => kind === value)
}

/** Lower-case letters, digits and single hyphens, at most 80 characters. */
export function isSlug(value: string): boolean {
  return value.length <= 80 && SLUG.test(value)
}

/** Which part of a document of this kind the file is, or null when it is none. */
export function partOf(kind: DocumentKind, path: string): DocumentPart | null {
  const { source } = KIND_LAYOUT[kind]
  if (source !== null) return path === source ? { part: 'source' } : kind === 'demo' ? guidePart(path) : null
  const locale = TEXT_FILE.exec(path)?.[1]
  return isLocale(locale) ? { part: 'text', locale } : null
}

function guidePart(path: string): DocumentPart | null {
  const [, name, locale] = GUIDE_FILE.exec(path) ?? []
  return name !== undefined && isLocale(locale) ? { part: 'guide', name, locale } : null
}

/** The file of one guide in one locale, inside its demo's folder. */
export function guideFile(name: string, locale: Locale): string {
  return `guides/${name}.${locale}.mdx`
}

/** The file of a help post or page in one locale, inside its folder. */
export function textFile(locale: Locale): string {
  return `${locale}.mdx`
}

/** The folder of a document below `content/`: `demos/order-to-cash`; a singleton lies directly in its kind's folder. */
export function documentFolder(kind: DocumentKind, slug: string): string {
  const { folder, singleton } = KIND_LAYOUT[kind]
  return singleton ? folder : `${folder}/${slug}`
}

/** Which document and file a path below `content/` belongs to, or null. A singleton's slug is its kind. */
export function locateFile(path: string): { kind: DocumentKind; slug: string; file: string } | null {
  const [folder, ...rest] = path.split('/')
  const kind = DOCUMENT_KINDS.find((candidate) => KIND_LAYOUT[candidate].folder === folder)
  if (!kind) return null
  const slug = KIND_LAYOUT[kind].singleton ? kind : (rest.shift() ?? '')
  const file = rest.join('/')
  return isSlug(slug) && partOf(kind, file) ? { kind, slug, file } : null
}
