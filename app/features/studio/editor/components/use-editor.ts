import { useNavigate } from '@remix-run/react'
import { useState } from 'react'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import { partOf } from '~/domain/content/kinds'
import { paths } from '~/paths'
import { fileGroups, firstFile } from '../file-groups'
import type { FileGroups } from '../file-groups'
import { useChecks } from '../../checks/use-checks'
import type { Checks } from '../../checks/use-checks'
import type { EditorDocument } from './document-view'
import { useDraft } from './use-draft'
import type { Draft } from './use-draft'
import { useProof } from '../../proof/components/use-proof'
import type { DraftProof } from '../../proof/components/use-proof'
import type { Jump } from './code-editor'
import { showField } from '../show-field'

/** The form, all texts in all languages, or the source of one file. */
type EditorView = 'form' | 'languages' | 'source'

/** What the address asks for. */
export interface Wanted {
  file: string | null
  view: string | null
}

/** Everything that the parts of the editor share. */
export interface Editor {
  document: EditorDocument
  draft: Draft
  checks: Checks
  proof: DraftProof
  groups: FileGroups
  view: EditorView
  hrefs: Record<EditorView, string>
  /** The file that is open. */
  file: string
  jump: Jump | null
  canEdit: boolean
  hrefOf: (file: string) => string
  open: (file: string) => void
  go: (problem: FileProblem) => void
  add: (file: string) => void
  remove: () => void
}

/** `wanted` is what the address names: a file, the languages, or neither, which is the form. */
export function useEditor(document: EditorDocument, { file: wanted, view: asked }: Wanted): Editor {
  const { kind, slug } = document
  const navigate = useNavigate()
  const draft = useDraft(document)
  const checks = useChecks(document, draft.files)
  const proof = useProof(document)
  const [jump, setJump] = useState<Jump | null>(null)
  const first = firstFile(kind, draft.files)
  const file = wanted && partOf(kind, wanted) ? wanted : first
  const view: EditorView = wanted !== null ? 'source' : asked === 'languages' ? 'languages' : 'form'
  const hrefOf = (other: string) => paths.document(kind, slug, { file: other })
  const open = (other: string) =>
    other === wanted ? undefined : navigate(hrefOf(other), { replace: true, preventScrollReset: true })
  return {
    document,
    draft,
    checks,
    proof,
    groups: fileGroups(kind, draft.files),
    view,
    hrefs: {
      form: paths.document(kind, slug),
      languages: paths.document(kind, slug, { view: 'languages' }),
      source: hrefOf(file),
    },
    file,
    jump,
    canEdit: document.actions.includes('edit'),
    hrefOf,
    open,
    go: (problem) => {
      if (view === 'form' && showField(problem)) return
      open(problem.file)
      setJump({ file: problem.file, line: problem.line ?? 1, column: problem.column ?? 1 })
    },
    add: (other) => {
      draft.send({ type: 'edit', file: other, text: '' })
      open(other)
    },
    remove: () => {
      draft.send({ type: 'remove', file })
      open(first)
    },
  }
}
