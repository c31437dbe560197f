import type { z } from 'zod'
import type { Context } from '~/platform/context/context'
import { duplicateSavedQuery } from './duplicate-saved-query.server'
import { removeSavedQuery } from './remove-saved-query.server'
import { restoreSavedQuery } from './restore-saved-query.server'
import type { savedRowFields } from './saved-fields'

/** Does what a form in a row of a table of saved queries asks for. */
export async function runSavedRow(ctx: Context, fields: z.output<typeof savedRowFields>): Promise<void> {
  const { id } = fields
  switch (fields.intent) {
    case 'restore':
      return restoreSavedQuery({ ctx, input: { id } })
    case 'remove':
      return removeSavedQuery({ ctx, input: { id, version: fields.version } })
    case 'duplicate':
      await duplicateSavedQuery({ ctx, input: { id, name: fields.name } })
  }
}
