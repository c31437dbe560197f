import { useTranslation } from 'react-i18next'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import type { EditorDocument } from './document-view'
import { ProofReport } from '../../proof/components/proof-report'
import type { DraftProof } from '../../proof/components/use-proof'
import { ProofRunning } from '../../proof/components/proof-running'

interface ProofPanelProps {
  document: EditorDocument
  proof: DraftProof
  isDirty: boolean
  onGo: (problem: FileProblem) => void
}

/** The proof of the saved draft, or why there is none and how to get it. */
export function ProofPanel({ document, proof, isDirty, onGo }: ProofPanelProps) {
  const { t } = useTranslation('studio')
  if (proof.isRunning) return <ProofRunning />
  if (document.problems.some((problem) => problem.severity === 'error')) {
    return <p className="text-sm text-muted">{t('proof.errorsFirst')}</p>
  }
  return (
    <div className="grid gap-4">
      {proof.refusal ? <Notice tone="bad">{t('proof.unavailable', { reason: proof.refusal })}</Notice> : null}
      {isDirty && proof.view ? <p className="text-sm text-warn">{t('proof.ofSaved')}</p> : null}
      {proof.view ? (
        <ProofReport view={proof.view} onGo={onGo} />
      ) : (
        <div className="grid justify-items-start gap-2 text-sm">
          <p className="font-medium">{t('proof.none')}</p>
          <p className="max-w-xl text-muted">{t('proof.noneText')}</p>
          <Button size="small" onClick={proof.run}>
            {t('proof.run')}
          </Button>
        </div>
      )}
    </div>
  )
}
