import { z } from 'zod'
import { boardQuerySchema } from '../filter/board-query'
import { isSlug } from '~/domain/content/kinds'
import { SPLIT_KINDS, SPLIT_MEASURES } from '~/domain/insight/split/split-plan'
import type { SplitPlan } from '~/domain/insight/split/split-plan'

export const SPLIT_NAME_LENGTH = 100
export const SPLIT_NOTE_LENGTH = 500

/** Forms send percents; plans have shares. */
const percent = (least: number, most: number) =>
  z.coerce
    .number('number')
    .min(least, 'range')
    .max(most, 'range')
    .transform((value) => value / 100)

/** A document as one value of a form: `<kind>/<slug>`. */
export const splitDocumentSchema = z.string().transform((value, context) => {
  const [kind, slug = '', ...rest] = value.split('/')
  const known = SPLIT_KINDS.find((one) => one === kind)
  if (known && isSlug(slug) && rest.length === 0) return { kind: known, slug }
  context.addIssue({ code: 'custom', message: 'document' })
  return z.NEVER
})

/** What starts a split. Messages of issues are codes, which the form has words for. */
export const startSplitSchema = z
  .object({
    document: splitDocumentSchema,
    /** The revision that was live when the form was opened. */
    control: z.coerce.number().int().min(1),
    /** The number of another revision, or `hidden`. */
    variant: z.union(
      [z.literal('hidden'), z.coerce.number('variant').int('variant').min(1, 'variant')],
      'variant',
    ),
    name: z.string().trim().min(1, 'name').max(SPLIT_NAME_LENGTH, 'name'),
    share: percent(1, 99),
    measure: z.string().pipe(z.enum(SPLIT_MEASURES, 'measure')),
    followUpDays: z.coerce.number('number').int('range').min(1, 'range').max(90, 'range'),
    baseline: percent(0.1, 99.9),
    least: percent(0.1, 50),
  })
  .refine(({ document, measure }) => measure !== 'started' || document.kind !== 'demo', {
    path: ['measure'],
    message: 'started',
  })

export const stopSplitSchema = z.object({
  id: z.uuid(),
  note: z.string().trim().max(SPLIT_NOTE_LENGTH).default(''),
})

export const splitReadSchema = z.object({ id: z.uuid(), ...boardQuerySchema.pick({ simulated: true }).shape })

/** The plan as it was written down at the start. */
export const planOf = (split: SplitPlan): SplitPlan => ({
  measure: split.measure,
  variantShare: split.variantShare,
  followUpDays: split.followUpDays,
  baseline: split.baseline,
  least: split.least,
})
