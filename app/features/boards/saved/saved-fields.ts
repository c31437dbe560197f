import { z } from 'zod'

const id = z.string()
const version = z.coerce.number().int().min(1)

/** The forms of a table of saved queries, by intent. */
export const savedRowFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('remove'), id, version }),
  z.object({ intent: z.literal('restore'), id }),
  z.object({ intent: z.literal('duplicate'), id, name: z.string().default('') }),
])

/** What names the version that a save changes; absent for a new one. */
export const savedOnShape = { id: id.optional(), version: version.optional() }

/** As `saveQuery` takes it. */
export const savedOn = ({
  id: on,
  version: seen,
}: {
  id?: string | undefined
  version?: number | undefined
}) => (on === undefined || seen === undefined ? undefined : { id: on, version: seen })
