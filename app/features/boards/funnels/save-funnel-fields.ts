import { z } from 'zod'
import { jsonField } from '~/platform/http/forms/json-field'
import { savedOn, savedOnShape } from '../saved/saved-fields'

const params = jsonField(z.record(z.string(), z.string()), { bytes: 40_000, depth: 3, entries: 300 })

/** The form that saves a funnel: `create` makes a new one, `change` changes the one that was opened. */
export const saveFunnelFields = z.object({
  intent: z.enum(['create', 'change']),
  name: z.string().default(''),
  params,
  ...savedOnShape,
})

/** As `saveQuery` takes it. */
export const funnelToSave = ({ intent, name, params: body, ...on }: z.output<typeof saveFunnelFields>) => ({
  ...{ kind: 'funnel' as const, name, body },
  on: intent === 'change' ? savedOn(on) : undefined,
})
