import type { z } from 'zod'
import type { Proof } from '~/domain/demo/prove'
import { permit } from '~/server/context'
import type { VerbArgs } from '~/server/context'
import { readOrRefuse } from './find-or-refuse.server'
import { parseInput } from '~/server/parse-input'
import { documentSchema } from './schemas'

/**
 * Explores the saved draft of a demo, or gives the result already known; null when there are errors to mend first.
 * Takes at most the inspector's budget.
 * @throws DomainError `unavailable` when too many proofs wait.
 */
export async function proveDraft({
  ctx,
  input,
}: VerbArgs<z.input<typeof documentSchema>>): Promise<Proof | null> {
  permit(ctx, 'documents.read')
  const named = parseInput(documentSchema, input)
  const { draftFiles } = await readOrRefuse(ctx.db, named)
  const { body } = ctx.inspector.check(named.kind, named.slug, draftFiles)
  const source = draftFiles['demo.yaml']
  return body && source !== undefined ? ctx.inspector.prove(source) : null
}
