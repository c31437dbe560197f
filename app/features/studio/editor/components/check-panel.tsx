import { useTranslation } from 'react-i18next'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import { Badge } from '~/ui/badge'
import { Tabs } from '~/ui/tabs'
import type { TabItem } from '~/ui/tabs'
import type { Checks } from '../../checks/use-checks'
import { DiffView } from '../../revisions/components/diff-view'
import type { EditorDocument } from './document-view'
import { ProblemList } from '../../documents/components/problem-list'
import type { DraftProof } from '../../proof/components/use-proof'
import { ProofPanel } from './proof-panel'
import { UserList } from './user-list'

interface CheckPanelProps {
  document: EditorDocument
  checks: Checks
  proof: DraftProof
  isDirty: boolean
  onGo: (problem: FileProblem) => void
}

/** The results for the draft: problems, the proof, and the differences from what is live. */
export function CheckPanel(props: CheckPanelProps) {
  const { document, checks, proof } = props
  const { t } = useTranslation('studio')
  const items: TabItem[] = [
    {
      id: 'problems',
      label: <TabLabel text={t('problems.title')} count={checks.problems.length} />,
      content: <Problems {...props} />,
    },
    ...(document.kind === 'demo'
      ? [{ id: 'proof', label: <ProofLabel proof={proof} />, content: <ProofPanel {...props} /> }]
      : []),
    {
      id: 'used-by',
      label: <TabLabel text={t('usedBy.title')} count={document.usedBy.length} />,
      content: <UsedBy document={document} />,
    },
    {
      id: 'changes',
      label: <TabLabel text={t('changes.title')} count={document.live ? document.changes.length : 0} />,
      content: <Changes document={document} />,
    },
  ]
  return <Tabs label={t('editor.panel')} items={items} />
}

function TabLabel({ text, count }: { text: string; count: number }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span>{text}</span>
      {count > 0 ? <span className="text-xs text-faint tabular-nums">{count}</span> : null}
    </span>
  )
}

function ProofLabel({ proof }: { proof: DraftProof }) {
  const { t } = useTranslation('studio')
  const status = proof.view?.proof.status
  return (
    <span className="inline-flex items-center gap-1.5">
      <span>{t('proof.title')}</span>
      {status === 'failed' ? <Badge tone="bad">{t('proof.failed')}</Badge> : null}
      {status === 'proven' ? <Badge tone="good">{t('proof.proven')}</Badge> : null}
    </span>
  )
}

function Problems({ checks, onGo }: CheckPanelProps) {
  const { t } = useTranslation('studio')
  return (
    <div className="grid gap-3">
      {checks.problems.length > 0 ? (
        <ProblemList problems={checks.problems} onGo={onGo} />
      ) : (
        <p className="text-sm text-muted">
          {t(checks.state === 'done' ? 'problems.none' : `problems.${checks.state}`)}
        </p>
      )}
      <p className="text-xs text-faint">{t('editor.checkedHere')}</p>
    </div>
  )
}

function UsedBy({ document }: { document: EditorDocument }) {
  const { t } = useTranslation('studio')
  const isUsed = document.usedBy.length > 0
  return (
    <div className="grid gap-3">
      <p className="text-sm text-muted">{t(isUsed ? 'usedBy.text' : 'usedBy.none')}</p>
      {isUsed ? <UserList users={document.usedBy} /> : null}
    </div>
  )
}

function Changes({ document }: { document: EditorDocument }) {
  const { t } = useTranslation('studio')
  if (!document.live) return <p className="text-sm text-muted">{t('changes.first')}</p>
  if (!document.isChecked) return <p className="text-sm text-muted">{t('changes.running')}</p>
  if (document.changes.length === 0) return <p className="text-sm text-muted">{t('changes.none')}</p>
  return <DiffView changes={document.changes} />
}
