import { z } from 'zod'

export const ACCOUNT_NAME_LENGTH = 120
export const DOMAIN_LENGTH = 253

const words = z
  .string()
  .trim()
  .min(1)
  .max(ACCOUNT_NAME_LENGTH)
  .regex(/^[^\p{Cc}\p{Surrogate}]*$/u)

/** Lower-case, as stored, so that an account cannot exist twice. */
const id = z.uuid().toLowerCase()
const account = id
const visitors = z.array(id).min(1).max(500)

export const createAccountSchema = z.object({
  name: words,
  domain: z.string().trim().max(DOMAIN_LENGTH).default(''),
})
export const accountSchema = z.object({ account })
export const mergeSchema = z.object({ account, into: id })
export const splitSchema = z.object({ account, visitors, name: words })
export const membersSchema = z.object({ account, visitors, removed: z.boolean() })
export const domainSchema = z.object({ account, domain: z.string().trim().min(1).max(DOMAIN_LENGTH) })
export const invitationSchema = z.object({ account, invitation: id })
