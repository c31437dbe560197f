import { z } from 'zod'
import type { DocumentKind } from '~/domain/content/kinds'
import { isDomainError } from '~/domain/errors'
import type { DomainError } from '~/domain/errors'
import type { Context } from '~/server/context'
import { parseInput } from '~/server/parse-input'
import { discardChanges } from './discard-changes.server'
import { DOCUMENT_INTENTS } from './document-commands'
import type { CommandResult, DocumentIntent, DraftConflictView } from './document-commands'
import { readOrRefuse } from './find-or-refuse.server'
import type { RefusedPublishing } from './prepare-revision.server'
import { proveDraft } from './prove-draft.server'
import { publishDocument } from './publish-document.server'
import { rehearseDraft } from './rehearse-draft.server'
import { restoreDocument } from './restore-document.server'
import { retireDocument } from './retire-document.server'
import { rollBack } from './roll-back.server'
import { saveDraft } from './save-draft.server'

interface Named {
  kind: DocumentKind
  slug: string
}

type Fields = Record<string, unknown>

const intentSchema = z.looseObject({ intent: z.enum(DOCUMENT_INTENTS) })

/**
 * Does what a document page asked for by its form's `intent`. Refusals that the page can show come back as a result;
 * others, such as a missing permission, are thrown.
 */
export async function runCommand(ctx: Context, named: Named, fields: Fields): Promise<CommandResult> {
  const { intent } = parseInput(intentSchema, fields)
  try {
    return { ok: true, intent, ...(await run(ctx, intent, { ...fields, ...named })) }
  } catch (error) {
    if (!isDomainError(error) || error.code === 'forbidden' || error.code === 'unauthenticated') throw error
    return refusal(intent, error)
  }
}

type Done = Pick<CommandResult & { ok: true }, 'draftVersion' | 'number' | 'proof' | 'rehearsal'>

/** Verbs parse their input themselves, so what a form sent goes to them as it came. */
async function run(ctx: Context, intent: DocumentIntent, fields: Fields & Named): Promise<Done> {
  const args = { ctx, input: fields as never }
  switch (intent) {
    case 'save':
      return saveDraft(args)
    case 'save-file':
      return saveFile(ctx, fields)
    case 'prove':
      return { proof: await proveDraft(args) }
    case 'rehearse':
      return { rehearsal: await rehearseDraft(args) }
    case 'publish':
      return { number: (await publishDocument(args)).number }
    case 'discard':
      return discardChanges(args)
    case 'retire':
      return nothing(retireDocument(args))
    case 'restore':
      return nothing(restoreDocument(args))
    case 'roll-back':
      return { number: (await rollBack(args)).number }
  }
}

async function nothing(done: Promise<void>): Promise<Done> {
  await done
  return {}
}

/** What the page without JavaScript sends: one file. The others stay as they are in the draft of that version. */
async function saveFile(ctx: Context, fields: Fields & Named): Promise<Done> {
  const { file, text, draftVersion } = parseInput(oneFileSchema, fields)
  const { draftFiles } = await readOrRefuse(ctx.db, fields)
  const { kind, slug } = fields
  return saveDraft({ ctx, input: { kind, slug, draftVersion, files: { ...draftFiles, [file]: text } } })
}

const oneFileSchema = z.object({
  file: z.string(),
  // Forms send line ends as CR LF.
  text: z.string().transform((text) => text.replaceAll('\r\n', '\n')),
  draftVersion: z.coerce.number().int(),
})

function refusal(intent: DocumentIntent, { code, message, details }: DomainError): CommandResult {
  const refused = code === 'proof-failed' ? (details as unknown as RefusedPublishing) : null
  const conflict = code === 'conflict' && details.theirs ? (details as unknown as DraftConflictView) : null
  return {
    ok: false,
    intent,
    code,
    message,
    problems: refused?.problems ?? [],
    stage: refused?.stage ?? null,
    conflict,
  }
}
