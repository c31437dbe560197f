import { useEffect, useState } from 'react'
import type { Surroundings } from '~/domain/content/checks/surroundings'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'

const PAUSE_MS = 250

export interface Checks {
  problems: FileProblem[]
  /** True while what is shown may be of an older text. */
  isChecking: boolean
}

interface CheckedView {
  kind: DocumentKind
  slug: string
  around: Surroundings
  problems: FileProblem[]
}

/**
 * The problems of these files, found in the browser by the same code with which the server checks, a moment after the
 * last key. Those of the saved draft were found by the server, and are shown until something changes.
 */
export function useChecks(document: CheckedView, files: DocumentFiles): Checks {
  const { kind, slug, around, problems: known } = document
  const [shown, setShown] = useState({ files, problems: known })
  useEffect(() => {
    if (shown.files === files) return
    let isCurrent = true
    const timer = setTimeout(() => {
      void import('~/domain/content/checks/check-document').then(({ checkDocument }) => {
        if (isCurrent) setShown({ files, problems: checkDocument(kind, slug, files, around).problems })
      })
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [kind, slug, files, around, shown.files])
  return { problems: shown.problems, isChecking: shown.files !== files }
}
