import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import { Notice } from '~/ui/notice'
import type { CommandResult } from '../../documents/document-commands'
import type { EditorDocument } from './document-view'
import { ProblemList } from '../../documents/components/problem-list'
import type { DraftProof } from '../../proof/components/use-proof'
import { ProofLine } from './proof-line'
import { RehearsalLine } from './rehearsal-line'

interface PublishFindingsProps {
  document: EditorDocument
  proof: DraftProof
  /** Of the last attempt. */
  result: CommandResult | null
  onGo: (problem: FileProblem) => void
}

/** What decides about publishing: errors, why the last attempt was refused, the proof, the rehearsal. */
export function PublishFindings(props: PublishFindingsProps) {
  const { document, proof, result, onGo } = props
  const { t } = useTranslation('studio')
  const errors = errorsOf(document)
  if (errors.length > 0) return <Findings title={t('publish.fixFirst')} problems={errors} onGo={onGo} />
  return (
    <>
      <Refusal result={result} onGo={onGo} />
      {document.kind === 'demo' ? (
        <>
          {result?.ok === false ? null : <ProofLine proof={proof} onGo={onGo} />}
          {document.live ? <RehearsalLine document={document} /> : null}
        </>
      ) : null}
    </>
  )
}

/** The errors of the saved draft: nothing can be published while there is one. */
export function errorsOf(document: EditorDocument): FileProblem[] {
  return document.problems.filter((problem) => problem.severity === 'error')
}

function Refusal({ result, onGo }: Pick<PublishFindingsProps, 'result' | 'onGo'>) {
  const { t } = useTranslation('studio')
  if (!result || result.ok) return null
  const title = {
    check: t('publish.refusedCheck'),
    proof: t('publish.refusedProof'),
    none: t('publish.refused'),
  }
  return (
    <Findings title={title[result.stage ?? 'none']} problems={result.problems} onGo={onGo}>
      {result.message}
    </Findings>
  )
}

interface FindingsProps extends Pick<PublishFindingsProps, 'onGo'> {
  title: string
  problems: FileProblem[]
  children?: ReactNode
}

function Findings({ title, problems, children, onGo }: FindingsProps) {
  return (
    <div className="grid gap-2">
      <Notice tone="bad" title={title}>
        {children}
      </Notice>
      <ProblemList problems={problems} onGo={onGo} />
    </div>
  )
}
