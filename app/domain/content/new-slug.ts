import { demoSchema } from '~/domain/demo/format/schema'
import { isSlug, KIND_LAYOUT, type DocumentKind } from './kinds'
import { SITE_FILES, SITE_SEGMENTS } from './site-addresses'

/** Most characters of the slug of a new document. */
export const NEW_SLUG_MAX = 60

/** Why a slug may not be given to a new document. */
export const SLUG_PROBLEMS = ['empty', 'too-long', 'upper-case', 'characters', 'begins', 'reserved'] as const
export type SlugProblem = (typeof SLUG_PROBLEMS)[number]

/** What is wrong with a slug that a new document of this kind shall get, or null. */
export function newSlugProblem(kind: DocumentKind, slug: string): SlugProblem | null {
  if (KIND_LAYOUT[kind].singleton) return slug === kind ? null : 'reserved'
  return shapeProblem(slug) ?? kindProblem(kind, slug)
}

function shapeProblem(slug: string): SlugProblem | null {
  if (slug === '') return 'empty'
  if (slug.length > NEW_SLUG_MAX) return 'too-long'
  if (/\p{Lu}/u.test(slug)) return 'upper-case'
  return isSlug(slug) ? null : 'characters'
}

function kindProblem(kind: DocumentKind, slug: string): SlugProblem | null {
  const beginsWithLetter = /^[a-z]/.test(slug)
  if (kind === 'page' && [...SITE_SEGMENTS, ...SITE_FILES].includes(slug)) return 'reserved'
  if (kind === 'demo' && !beginsWithLetter) return 'begins'
  // Names that JavaScript keeps for itself.
  return beginsWithLetter && !demoSchema.shape.slug.safeParse(slug).success ? 'reserved' : null
}
