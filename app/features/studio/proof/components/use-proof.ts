import { useEffect, useRef } from 'react'
import type { CommandResult } from '../../documents/document-commands'
import type { ProofView } from '../proof-problems'
import type { EditorDocument } from '../../editor/components/document-view'
import { useDocumentCommand } from '../../documents/components/use-document-command'

export interface DraftProof {
  view: ProofView | null
  isRunning: boolean
  /** Why the proof failed to run, if it did. */
  refusal: string | null
  run: () => void
}

/**
 * The proof of the saved draft. Requested automatically, once for each version, when there are no errors and none
 * is known.
 */
export function useProof(document: EditorDocument): DraftProof {
  const { kind, slug, draftVersion, problems, isChecked, proof } = document
  const command = useDocumentCommand(`prove ${kind}/${slug}`)
  const asked = useRef<number | null>(null)
  const canRun = kind === 'demo' && isChecked && !problems.some((problem) => problem.severity === 'error')
  const { run: send, isBusy } = command
  useEffect(() => {
    if (!canRun || proof || isBusy || asked.current === draftVersion) return
    asked.current = draftVersion
    send('prove')
  }, [canRun, proof, isBusy, draftVersion, send])
  const answer = asked.current === draftVersion ? command.result : null
  return {
    view: proof ?? proofOf(answer),
    isRunning: isBusy,
    refusal: answer && !answer.ok ? answer.message : null,
    run: () => {
      asked.current = draftVersion
      send('prove')
    },
  }
}

function proofOf(result: CommandResult | null): ProofView | null {
  return result?.ok ? (result.proof ?? null) : null
}
