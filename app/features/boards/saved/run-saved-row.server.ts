import type { z } from 'zod'
import type { Context } from '~/platform/context/context'
import { removeSavedQuery } from './remove-saved-query.server'
import { restoreSavedQuery } from './restore-saved-query.server'
import type { savedRowFields } from './saved-fields'

/** Does what a form in a row of a table of saved queries asks for. */
export async function runSavedRow(ctx: Context, fields: z.output<typeof savedRowFields>): Promise<void> {
  const { intent, id } = fields
  if (intent === 'restore') await restoreSavedQuery({ ctx, input: { id } })
  else await removeSavedQuery({ ctx, input: { id, version: fields.version } })
}
