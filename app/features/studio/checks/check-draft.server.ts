import type { z } from 'zod'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { refuseExcess } from '../documents/refuse-excess.server'
import { filesOfDocumentSchema } from '../schemas'
import { readCheckContext } from './check-context.server'

/** What is wrong with these files, saved or not. Nothing is written. */
export async function checkDraft({
  ctx,
  input,
}: VerbArgs<z.input<typeof filesOfDocumentSchema>>): Promise<FileProblem[]> {
  permit(ctx, 'documents.read')
  const { kind, slug, files } = parseInput(filesOfDocumentSchema, input)
  refuseExcess(ctx, files)
  const { problems } = await ctx.inspector.check(
    kind,
    slug,
    files,
    await readCheckContext(ctx, { kind, slug }),
  )
  return problems
}
