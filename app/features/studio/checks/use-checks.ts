import { useEffect, useMemo, useState } from 'react'
import type { DocumentCheckContext } from '~/domain/content/checks/document-check-context'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import { changedNames } from '~/domain/content/changed-files'

const PAUSE_MS = 250

/** The most characters that a browser checks at every pause; more would delay typing. */
const MOST_TYPED = 200_000

export interface Checks {
  problems: FileProblem[]
  /** Not `done` while checks run or wait for a save: then the problems may be of an older text. */
  state: 'done' | 'running' | 'paused'
}

interface CheckedView {
  kind: DocumentKind
  slug: string
  files: DocumentFiles
  around: DocumentCheckContext
  problems: FileProblem[]
  /** False while the server's checks of the saved draft still run. */
  isChecked: boolean
}

interface Typed {
  files: DocumentFiles
  problems: FileProblem[]
}

/**
 * The problems of these files. The server finds those of the saved draft; the browser those of unsaved text, with
 * the same code, shortly after the last key.
 */
export function useChecks(document: CheckedView, files: DocumentFiles): Checks {
  const { kind, slug, around } = document
  const isSaved = useMemo(() => changedNames(document.files, files).length === 0, [document.files, files])
  const [typed, setTyped] = useState<Typed | null>(null)
  const isCurrent = typed?.files === files
  const isLong = useMemo(() => lengthOf(files) > MOST_TYPED, [files])
  useEffect(() => {
    if (isSaved || isCurrent || isLong) return
    let isWanted = true
    const timer = setTimeout(() => {
      void import('~/domain/content/checks/check-document').then(({ checkDocument }) => {
        if (isWanted) setTyped({ files, problems: checkDocument(kind, slug, files, around).problems })
      })
    }, PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [kind, slug, files, around, isSaved, isCurrent, isLong])
  if (isSaved) return { problems: document.problems, state: document.isChecked ? 'done' : 'running' }
  const { problems } = typed ?? document
  return { problems, state: isCurrent ? 'done' : isLong ? 'paused' : 'running' }
}

function lengthOf(files: DocumentFiles): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0)
}
