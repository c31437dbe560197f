import { z } from 'zod'
import { SAVED_KINDS, type FunnelBody } from '~/domain/insight/saved-query'
import { segmentRuleSchema } from '~/domain/insight/segment/segment-rule'
import { readQuery } from '~/platform/http/read-query'
import { funnelParams, funnelParamsSchema, readRules } from '../funnels/funnel-params'

const SAVED_NAME_LENGTH = 80

const name = z
  .string()
  .trim()
  .min(1)
  .max(SAVED_NAME_LENGTH)
  .regex(/^[^\p{Cc}\p{Surrogate}]*$/u)

const MOST_PARAMETERS = 200
const NOT_SAVED = { asOf: undefined, saved: undefined, seen: undefined }

/** The parameters of a funnel's address: what no funnel has is left out, and so is the watermark. */
const funnelBodySchema = z
  .record(z.string().max(40), z.string().max(300))
  .refine((parameters) => Object.keys(parameters).length <= MOST_PARAMETERS)
  .transform((parameters): FunnelBody => {
    const { query } = readQuery(funnelParamsSchema, parameters)
    const entries = Object.entries(funnelParams({ ...query, ...NOT_SAVED }, readRules(parameters)))
    return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
  })

const id = z.uuid().toLowerCase()
const version = z.number().int().min(1)

/** Without `on` it is a new one; with it a change of that one, as it was at that version. */
const savedAs = { name, on: z.object({ id, version }).optional() }

export const saveQuerySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('funnel'), body: funnelBodySchema, ...savedAs }),
  z.object({ kind: z.literal('segment'), body: segmentRuleSchema, ...savedAs }),
])

export const savedIdSchema = z.object({ id })
export const savedKindSchema = z.object({ kind: z.enum(SAVED_KINDS) })
export const removeSavedSchema = z.object({ id, version })
