import { z } from 'zod'
import { emailField } from '~/domain/email-address'

/** What a visitor can come to talk for. */
export const TALK_GOALS = ['quote', 'sign-up'] as const
export type TalkGoal = (typeof TALK_GOALS)[number]

/** Every complaint is a code; the words are `talk.error.<code>` in the center's locale files. */
const line = (most: number) => z.string({ error: 'required' }).trim().min(1, 'required').max(most, 'tooLong')

/** The form on `/talk`, the same in the browser and on the server. `id` makes sending it twice the same as once. */
export const talkSchema = z.object({
  id: z.uuid('required'),
  goal: z.enum(TALK_GOALS, { error: 'required' }),
  name: line(120),
  email: emailField('email', 'required'),
  company: line(200),
  message: z.string().trim().max(3000, 'tooLong').optional(),
  plan: z.string().max(60).optional(),
  trial: z.uuid().optional(),
})
export type TalkInput = z.output<typeof talkSchema>

export function isTalkGoal(value: unknown): value is TalkGoal {
  return TALK_GOALS.some((goal) => goal === value)
}
