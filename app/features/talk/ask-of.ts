import type { TalkInput } from './schemas'

/** What is asked for and how to answer; the plan and the trial that they came from go with it. */
export function askOf({ id, goal, name, email, company, message, plan, trial }: TalkInput) {
  return {
    ...{ id, goal, contact: { name, email, company, message: message ?? '' } },
    ...(plan && { plan }),
    ...(trial && { trial }),
  }
}
