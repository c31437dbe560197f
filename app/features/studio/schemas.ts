import { z } from 'zod'
import { readDay } from '~/domain/day'
import { instantSchema } from '~/domain/instant-schema'
import { LOCALES } from '~/domain/text'
import { DOCUMENT_KINDS, isSlug, KIND_LAYOUT, partOf } from '~/domain/content/kinds'

const MAX_FILES = 600
const MAX_FILE_CHARACTERS = 1_000_000
const MAX_TOTAL_CHARACTERS = 4_000_000

const kind = z.enum(DOCUMENT_KINDS)
const slug = z.string().refine(isSlug, 'Small letters, digits and single hyphens, e.g. order-to-cash')
const draftVersion = z.coerce.number().int().min(1)
const revisionNumber = z.coerce.number().int().min(1)
const note = z.string().trim().max(500).default('')

export const documentKeySchema = z.object({ kind, slug })

/** Files of a document as its author left them. Which names are allowed depends on the kind. */
const files = z
  .record(
    z.string().max(200),
    z.string().max(MAX_FILE_CHARACTERS, 'A file may have at most 1,000,000 characters'),
  )
  .refine((all) => Object.keys(all).length <= MAX_FILES, `A document may have at most ${MAX_FILES} files`)
  .refine(
    (all) => Object.values(all).reduce((sum, text) => sum + text.length, 0) <= MAX_TOTAL_CHARACTERS,
    'All files together may have at most 4,000,000 characters',
  )

export const filesOfDocumentSchema = z.object({ kind, slug, files }).superRefine((value, context) => {
  for (const file of Object.keys(value.files)) {
    if (partOf(value.kind, file)) continue
    context.addIssue({
      code: 'custom',
      path: ['files', file],
      message: `A ${value.kind} has no file “${file}”`,
    })
  }
})

/** A draft as its editor sends it; the document is named elsewhere. */
export const draftFilesSchema = z.object({ draftVersion, files, isAuto: z.boolean().default(false) })

export const saveDraftSchema = filesOfDocumentSchema.safeExtend({
  draftVersion,
  /** Saved by the editor itself while somebody types, not by a press. */
  isAuto: z.boolean().default(false),
})
export const draftSchema = documentKeySchema.extend({ draftVersion })
/** What the page without JavaScript sends: one file. */
export const saveFileSchema = draftSchema.extend({
  file: z.string().max(200),
  // Forms send line ends as CR LF.
  text: z
    .string()
    .transform((sent) => sent.replaceAll('\r\n', '\n'))
    .default(''),
})
export const presenceSchema = documentKeySchema.extend({ place: z.string().max(60) })
/** A text of a draft by its key, in one language. */
export const confirmTextSchema = documentKeySchema.extend({
  key: z.string().max(300),
  locale: z.enum(LOCALES),
})
export const publishSchema = draftSchema.extend({ note })
export const retireSchema = documentKeySchema.extend({
  insteadSlug: z.preprocess((value) => (value === '' ? undefined : value), slug.optional()),
})
export const revisionSchema = documentKeySchema.extend({ number: revisionNumber })
export const rollBackSchema = revisionSchema.extend({ note })

export const createSchema = z.object({
  kind: kind.refine((value) => !KIND_LAYOUT[value].singleton, 'There is exactly one document of this kind'),
  /** Checked by `newSlugProblem`, which depends on the kind. */
  slug: z.string().trim().max(1_000),
  title: z.string().trim().min(1, 'Write a title').max(120),
})

/** How a demo can begin. */
export const DEMO_BEGINNINGS = ['steps', 'template', 'copy', 'example'] as const

const stepList = z.string().max(10_000).default('')
const titleIn = z.string().trim().max(120).optional()

export const beginDemoSchema = z.object({
  slug: z.string().trim().max(1_000),
  title: z.string().trim().min(1, 'Write a title').max(120),
  /** The title in other languages. */
  titles: z.object({ en: titleIn, es: titleIn, zh: titleIn }).default({}),
  begin: z.enum(DEMO_BEGINNINGS).default('example'),
  template: z.string().max(40).optional(),
  copy: slug.optional(),
  scenario: z.string().max(60).optional(),
  plans: z.array(z.string().max(60)).max(6).default([]),
  en: stepList,
  es: stepList,
  zh: stepList,
})

const text = z.string().trim().max(100)

export const documentListSchema = z.object({ kind: kind.optional(), text: text.optional() })

/** The search text of a list, from the address. */
export const documentSearchSchema = z.object({ text: text.default('') })

const day = z.string().refine((text) => readDay(text) !== null, 'Write a day as 2026-11-28')

/** A field of a filter that may be left empty. */
const filterField = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** Which entries of the audit. Absent: all. */
export const auditFilterSchema = z.object({
  /** The id of whoever acted. */
  person: filterField(z.string().max(100)),
  /** Days of the workspace, both included. */
  from: filterField(day),
  to: filterField(day),
  kind: filterField(kind),
  slug: filterField(slug),
})

export const auditSchema = auditFilterSchema.extend({
  /** Of this document, or of documents in general; of everything when absent. */
  document: z.union([documentKeySchema, z.literal('any')]).optional(),
  before: z.object({ at: instantSchema, id: z.uuid() }).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
