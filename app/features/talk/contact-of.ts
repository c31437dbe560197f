import type { TalkInput } from './schemas'

/** Whom to answer and on what: the plan that was looked at goes with the message. */
export function contactOf({ name, email, company, message, plan }: TalkInput) {
  const lines = [message, plan && `Plan: ${plan}`].filter(Boolean)
  return { name, email, company, message: lines.join('\n\n') }
}
