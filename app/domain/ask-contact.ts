import { z } from 'zod'
import { isStorableText } from '~/domain/json'
import { emailField } from './email-address'

const UNSTORABLE = 'This text contains characters that cannot be kept.'

/** Text without characters that no database accepts. */
export const storableText = (most: number) => z.string().max(most).refine(isStorableText, UNSTORABLE)

/** As `storableText`, trimmed. */
export const storableLine = (most: number) => storableText(most).trim()

/** Whom to answer, and what they wrote. */
export const contactSchema = z.strictObject({
  name: storableLine(120).min(1),
  email: emailField('Enter an email address, such as ana@company.com.'),
  company: storableLine(200).min(1),
  message: storableLine(4000).default(''),
})

/**
 * False for ids of version 5 (the fifteenth character). Those are derived from reports of other systems, so anybody
 * can know them, and no browser may use one.
 */
const isFreeId = (id: string): boolean => id.charAt(14) !== '5'

/** The client's own id for an ask or a conversion, so that sending it twice is the same as once. */
export const ownIdSchema = z.uuid().refine(isFreeId, 'Make a random UUID.')
