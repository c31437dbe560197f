import type { DocumentKind } from '~/domain/content/kinds'
import { isDomainError } from '~/domain/errors'
import type { ErrorDetails } from '~/domain/error-details'
import type { DomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import type { CommandFields } from './command-fields.server'
import { confirmText } from '../languages/confirm-text.server'
import { deleteDraft } from './delete-draft.server'
import { discardChanges } from './discard-changes.server'
import type { CommandResult, DocumentIntent, DraftConflictView } from './document-commands'
import { findFindings } from '../checks/find-findings.server'
import { proveDraft } from '../proof/prove-draft.server'
import { publishDocument } from '../revisions/publish-document.server'
import { rehearseDraft } from '../proof/rehearse-draft.server'
import { restoreDocument } from '../revisions/restore-document.server'
import { retireDocument } from '../revisions/retire-document.server'
import { rollBack } from '../revisions/roll-back.server'
import { saveDraft } from './save-draft.server'
import { saveFile } from './save-file.server'

interface Named {
  kind: DocumentKind
  slug: string
}

/**
 * Runs the command of a document page by its form's `intent`. Refusals that the page can show are returned;
 * others, such as a missing permission, are thrown.
 */
export async function runCommand(ctx: Context, named: Named, fields: CommandFields): Promise<CommandResult> {
  const { intent } = fields
  try {
    return { ok: true, intent, ...(await run(ctx, named, fields)) }
  } catch (error) {
    if (!isDomainError(error) || error.code === 'forbidden' || error.code === 'unauthenticated') throw error
    return refusal(intent, error)
  }
}

type Done = Pick<CommandResult & { ok: true }, 'draftVersion' | 'number' | 'findings' | 'proof' | 'rehearsal'>

function run(ctx: Context, named: Named, fields: CommandFields): Promise<Done> {
  const command = COMMANDS[fields.intent] as (call: Call<DocumentIntent>) => Promise<Done>
  return command({ ctx, input: { ...named, ...fields } })
}

interface Call<Intent extends DocumentIntent> {
  ctx: Context
  input: Named & Extract<CommandFields, { intent: Intent }>
}

/** What each command does. */
const COMMANDS: { [Intent in DocumentIntent]: (call: Call<Intent>) => Promise<Done> } = {
  save: ({ ctx, input: { draft, kind, slug } }) => saveDraft({ ctx, input: { kind, slug, ...draft } }),
  'save-file': saveFile,
  'confirm-text': (call) => nothing(confirmText(call)),
  check: async (call) => ({ findings: await findFindings(call) }),
  prove: async (call) => ({ proof: await proveDraft(call) }),
  rehearse: async (call) => ({ rehearsal: await rehearseDraft(call) }),
  publish: async (call) => ({ number: (await publishDocument(call)).number }),
  discard: discardChanges,
  retire: (call) => nothing(retireDocument(call)),
  restore: (call) => nothing(restoreDocument(call)),
  delete: (call) => nothing(deleteDraft(call)),
  'roll-back': async (call) => ({ number: (await rollBack(call)).number }),
}

async function nothing(done: Promise<void>): Promise<Done> {
  await done
  return {}
}

function refusal(intent: DocumentIntent, error: DomainError): CommandResult {
  const { code, message } = error
  const refused = error.code === 'proof-failed' ? error.details : null
  const conflict = error.code === 'conflict' ? conflictOf(error.details) : null
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

/** Both texts, when somebody else saved in between. */
function conflictOf(details: ErrorDetails['conflict']): DraftConflictView | null {
  const { draftVersion, theirs, yours, savedAt, savedBy = null } = details
  if (draftVersion === undefined || !theirs || !yours || savedAt === undefined) return null
  return { draftVersion, theirs, yours, savedAt, savedBy }
}
