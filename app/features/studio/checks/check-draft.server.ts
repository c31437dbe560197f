import type { FileProblem } from '~/domain/content/checks/file-problem'
import { verb } from '~/platform/verb/verb'
import { refuseExcess } from '../documents/refuse-excess.server'
import { filesOfDocumentSchema } from '../schemas'
import { readCheckContext } from './check-context.server'

/** The problems of these files, saved or not. Nothing is written. */
export const checkDraft = verb(
  { permission: 'documents.read', input: filesOfDocumentSchema },
  async ({ ctx, input: { kind, slug, files } }): Promise<FileProblem[]> => {
    refuseExcess(ctx, files)
    const { problems } = await ctx.inspector.check(
      kind,
      slug,
      files,
      await readCheckContext(ctx, { kind, slug }),
    )
    return problems
  },
)
