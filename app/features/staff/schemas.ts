import { z } from 'zod'
import { STAFF_ROLES } from '~/domain/access/permissions'
import { emailField } from '~/domain/email-address'

/** Kept in step with the limits that sign-in itself enforces. */
const newPassword = z.string().min(12, 'short').max(128, 'long')

const email = emailField('email')

/** Messages are keys of the `staff` namespace under `problem`, so that the form can say them in each language. */
export const signInSchema = z.object({
  email,
  password: z.string('required').min(1, 'required').max(128, 'long'),
  to: z.string().optional(),
})

export const changePasswordSchema = z
  .object({
    currentPassword: z.string('required').min(1, 'required').max(128, 'long'),
    newPassword,
    again: z.string('required'),
  })
  .refine(({ newPassword: chosen, again }) => chosen === again, { path: ['again'], message: 'different' })

export const createPersonSchema = z.object({
  name: z.string().trim().min(1).max(100),
  email,
  password: newPassword,
  roles: z.array(z.enum(STAFF_ROLES)).min(1),
})
