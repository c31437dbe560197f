import { useTranslation } from 'react-i18next'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import { Notice } from '~/ui/notice'
import { ProblemList } from '../../documents/components/problem-list'
import type { DraftProof } from '../../proof/components/use-proof'
import { ProofRunning } from '../../proof/components/proof-running'

const LOOK = {
  proven: { tone: 'good', text: 'proof.provenText' },
  failed: { tone: 'bad', text: 'proof.failedText' },
  'not-proven': { tone: 'warn', text: 'proof.notProvenText' },
} as const

/** The result of the proof of the saved draft, with its findings. */
export function ProofLine({ proof, onGo }: { proof: DraftProof; onGo: (problem: FileProblem) => void }) {
  const { t } = useTranslation('studio')
  if (proof.isRunning) return <ProofRunning />
  if (!proof.view) return null
  const { tone, text } = LOOK[proof.view.proof.status]
  return (
    <div className="grid gap-2">
      <Notice tone={tone} title={t(`proof.${proof.view.proof.status}`)}>
        {t(text)}
      </Notice>
      {proof.view.problems.length > 0 ? <ProblemList problems={proof.view.problems} onGo={onGo} /> : null}
    </div>
  )
}
