import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { DocumentFiles } from '~/domain/content/kinds'
import type { ErrorCode } from '~/domain/errors'
import type { CommandFields } from './command-fields.server'
import type { Findings } from '../checks/findings'
import type { ProofView } from '../proof/proof-problems'
import type { Rehearsal } from '../proof/rehearsal'

/** What the document page can ask for. */
export type DocumentIntent = CommandFields['intent']

/** The result. `conflict` is set when a save met a newer draft. */
export type CommandResult =
  | {
      ok: true
      intent: DocumentIntent
      draftVersion?: number
      number?: number
      findings?: Findings
      proof?: ProofView | null
      rehearsal?: Rehearsal | null
    }
  | {
      ok: false
      intent: DocumentIntent
      code: ErrorCode
      message: string
      problems: FileProblem[]
      stage: 'check' | 'proof' | null
      conflict: DraftConflictView | null
    }

export interface DraftConflictView {
  draftVersion: number
  theirs: DocumentFiles
  yours: DocumentFiles
  savedAt: string
  /** The name of the person who saved in between. */
  savedBy: string | null
}
