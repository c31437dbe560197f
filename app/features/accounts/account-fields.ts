import { z } from 'zod'

/** What a form leaves out is said by the use case, in the words of the page. */
const text = z.string().default('')
const visitor = z.array(z.string()).max(500).default([])

const only = <Intent extends string>(intent: Intent) => z.object({ intent: z.literal(intent) })

/** What the forms of an account's page send, by their intent. */
export const accountFields = z.discriminatedUnion('intent', [
  only('remove'),
  only('split').extend({ visitor, name: text }),
  only('add-domain').extend({ domain: text }),
  only('remove-domain').extend({ domain: text }),
  only('invite'),
  only('revoke-invitation').extend({ invitation: text }),
  only('take-out').extend({ visitor, name: text }),
  only('put-back').extend({ visitor }),
  only('merge').extend({ into: text }),
  only('unmerge'),
])

export type AccountFields = z.output<typeof accountFields>
