import { z } from 'zod'

/** Missing fields are reported by the use case, with the texts of the page. */
const text = z.string().default('')
const visitor = z.array(z.string()).max(500).default([])

const only = <Intent extends string>(intent: Intent) => z.object({ intent: z.literal(intent) })

/** The fields of the forms on an account's page, by intent. */
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
