import { z } from 'zod'
import { isMediumName, MEDIUM_KINDS } from '~/domain/content/medium'
import { instantSchema } from '~/domain/instant-schema'
import { LOCALES } from '~/domain/text'
import type { Locale, Text } from '~/domain/text'

const name = z.string().refine(isMediumName, 'This is no name of a medium')
const words = z.string().trim().max(400).optional()

/** What can be seen, by language. Which are required depends on the workspace. */
const altSchema = z
  .strictObject({ en: words, zh: words, es: words } satisfies Record<Locale, typeof words>)
  .transform((alt): Text =>
    Object.fromEntries(LOCALES.flatMap((locale) => (alt[locale] ? [[locale, alt[locale]]] : []))),
  )

export const addMediumSchema = z.object({
  /** The name of the file: data, never a path. */
  fileName: z.string().max(1_000),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  alt: altSchema,
})

export const mediumSchema = z.object({ name })
export const describeMediumSchema = mediumSchema.extend({ alt: altSchema })

export const openMediumSchema = mediumSchema.extend({
  /** The narrowest file of at least this width, else the full one. */
  width: z.coerce.number().int().min(1).max(20_000).optional().catch(undefined),
})

/** The filter of the library, from the address. */
export const mediaFilterSchema = z.object({
  text: z.string().trim().max(100).default(''),
  kind: z.enum(MEDIUM_KINDS).optional(),
})

export const mediaListSchema = mediaFilterSchema.extend({
  before: z.object({ at: instantSchema, name }).optional(),
})

/** Where a page of the library begins, as `paths` writes it. */
export const mediaPlaceSchema = z.object({ at: instantSchema.optional(), name: name.optional() })

/** What an upload tells the page to which it leads. */
export const addedSchema = z.object({
  added: z.enum(['new', 'present']).optional(),
  removed: z
    .string()
    .regex(/^[\w:.-]+( [\w:.-]+)*$/)
    .max(500)
    .optional(),
})
