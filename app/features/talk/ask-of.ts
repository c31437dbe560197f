import type { TalkInput } from './schemas'

/** How to answer, and the plan and the trial that they came from. */
export function askOf({ id, name, email, company, message, plan, trial }: TalkInput) {
  return {
    ...{ id, contact: { name, email, company, message: message ?? '' } },
    ...(plan && { plan }),
    ...(trial && { trial }),
  }
}
