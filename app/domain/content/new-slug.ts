import { demoSchema } from '~/domain/demo/format/schema'
import { isSlug, KIND_LAYOUT, type DocumentKind } from './kinds'
import { SITE_FILES, SITE_SEGMENTS } from './site-addresses'

/** Maximum length of the slug of a new document. */
export const NEW_SLUG_MAX = 60

/** Why a new document cannot have a slug. */
export const SLUG_PROBLEMS = ['empty', 'too-long', 'upper-case', 'characters', 'begins', 'reserved'] as const
export type SlugProblem = (typeof SLUG_PROBLEMS)[number]

/** The problem of a slug for a new document of this kind, or null. */
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
  // Names that every JavaScript object inherits.
  return beginsWithLetter && !demoSchema.shape.slug.safeParse(slug).success ? 'reserved' : null
}
