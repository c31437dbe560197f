import { z } from 'zod'
import { API_SCOPES } from '~/domain/access/api-scopes'

export const KEY_NAME_LENGTH = 80

/** Every message is a code. The locale files have a text for each. */
export const makeKeySchema = z.object({
  name: z.string({ error: 'required' }).trim().min(1, 'required').max(KEY_NAME_LENGTH, 'tooLong'),
  scopes: z.array(z.enum(API_SCOPES), { error: 'scope' }).min(1, 'scope'),
})

export const revokeKeySchema = z.object({ id: z.uuid() })
