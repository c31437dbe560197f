import { z } from 'zod'
import { contactSchema, ownIdSchema, storableLine } from '~/domain/ask-contact'
import { emailField } from '~/domain/email-address'

/** The reasons for which a visitor contacts the team. */
export const TALK_GOALS = ['quote', 'sign-up', 'question', 'call'] as const
export type TalkGoal = (typeof TALK_GOALS)[number]

/** Requests to a person that boards do not count as goals. */
const PLAIN_KINDS = ['question', 'call'] as const satisfies readonly TalkGoal[]
export type PlainKind = (typeof PLAIN_KINDS)[number]

export const isPlainKind = (goal: TalkGoal): goal is PlainKind => PLAIN_KINDS.some((kind) => kind === goal)

/** A question, or a request for a call. */
export const plainAskSchema = z.strictObject({
  id: ownIdSchema,
  kind: z.enum(PLAIN_KINDS),
  contact: contactSchema,
  plan: storableLine(60).optional(),
  trial: z.uuid().optional(),
  /** The state of that trial at which it came up, and the last event before it. */
  moment: z.strictObject({ state: storableLine(200).min(1), seq: z.number().int().min(0) }).optional(),
})

/** Every message is a code. The locale files have a text for each. */
const line = (most: number) => z.string({ error: 'required' }).trim().min(1, 'required').max(most, 'tooLong')

/** The form on `/talk`, the same in the browser and on the server. `id` makes sending it twice the same as once. */
const talkFields = z.object({
  id: z.uuid('required'),
  goal: z.enum(TALK_GOALS, { error: 'required' }),
  name: line(120),
  email: emailField('email', 'required'),
  company: line(200),
  message: z.string().trim().max(3000, 'tooLong').optional(),
  plan: z.string().max(60).optional(),
  trial: z.uuid().optional(),
})

/** A question or a call needs a message. */
export const talkSchema = talkFields.refine(({ goal, message }) => !isPlainKind(goal) || Boolean(message), {
  path: ['message'],
  error: 'required',
})
/** A question from the player, with the moment of the trial at which it came up. */
export const questionSchema = talkFields.pick({ id: true, name: true, email: true, company: true }).extend({
  message: line(3000),
  state: z.string().min(1).max(200),
  seq: z.coerce.number().int().min(0).max(1_000_000),
})

export type TalkInput = z.output<typeof talkSchema>

export function isTalkGoal(value: unknown): value is TalkGoal {
  return TALK_GOALS.some((goal) => goal === value)
}
