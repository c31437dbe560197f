import type { DocumentFiles } from '~/domain/content/kinds'
import { diffCounts, diffHunks, diffLines } from '~/domain/content/line-diff'
import type { DiffHunk } from '~/domain/content/line-diff'

/** One file that differs between two versions of a document. */
export interface ChangedFile {
  file: string
  change: 'added' | 'removed' | 'changed'
  /** Lines. */
  added: number
  removed: number
  hunks: DiffHunk[]
}

/** The files that differ, by name, each with the stretches that changed. */
export function changedFiles(before: DocumentFiles, after: DocumentFiles): ChangedFile[] {
  return changedNames(before, after).map((file) => {
    const lines = diffLines(before[file] ?? '', after[file] ?? '')
    const change = before[file] === undefined ? 'added' : after[file] === undefined ? 'removed' : 'changed'
    return { file, change, ...diffCounts(lines), hunks: diffHunks(lines) }
  })
}

/** The names of the files that differ, those added and removed included. */
export function changedNames(before: DocumentFiles, after: DocumentFiles): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => before[name] !== after[name]).sort()
}
