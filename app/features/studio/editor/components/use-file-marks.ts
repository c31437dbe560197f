import { useMemo } from 'react'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { FileMarks } from './file-list'

/** Which files have errors, warnings or unsaved changes. */
export function useFileMarks(problems: readonly FileProblem[], dirty: readonly string[]): FileMarks {
  return useMemo(() => {
    const filesWith = (severity: FileProblem['severity']) =>
      new Set(problems.filter((problem) => problem.severity === severity).map((problem) => problem.file))
    return { errors: filesWith('error'), warnings: filesWith('warning'), dirty: new Set(dirty) }
  }, [problems, dirty])
}
