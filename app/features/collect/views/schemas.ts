import { z } from 'zod'
import { MESSAGE_FATES } from '~/domain/content/message'

/** A page that is looked at, by its path. */
export const viewSchema = z.strictObject({ path: z.string().max(300) })

/** What became of a message. */
export const messageFateSchema = z.strictObject({
  message: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  fate: z.enum(MESSAGE_FATES),
})
