import { verb } from '~/platform/verb/verb'
import { saveFileSchema } from '../schemas'
import { readOrRefuse } from './find-or-refuse.server'
import { saveDraft } from './save-draft.server'

/**
 * Saves one file of a draft, for a page without JavaScript. The others stay as they are in the draft of that version.
 * @throws DomainError as `saveDraft`
 */
export const saveFile = verb(
  { permission: 'documents.edit', input: saveFileSchema },
  async ({ ctx, input: { file, text, draftVersion, ...named } }): Promise<{ draftVersion: number }> => {
    const { draftFiles } = await readOrRefuse(ctx.db, named)
    return saveDraft({ ctx, input: { ...named, draftVersion, files: { ...draftFiles, [file]: text } } })
  },
)
