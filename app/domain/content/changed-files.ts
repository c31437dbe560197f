import type { DocumentFiles } from './kinds'
import { diffCounts, diffHunks, diffLines } from './line-diff'
import type { DiffHunk } from './line-diff'

/** One file that differs between two versions of a document. */
export interface ChangedFile {
  file: string
  change: 'added' | 'removed' | 'changed'
  /** Lines. */
  added: number
  removed: number
  hunks: DiffHunk[]
  /** Changed lines and those around them that are not among the hunks, because there are too many. */
  left: number
}

/** Most lines shown of one file, and of all files together. */
const MOST_LINES = { file: 1_000, all: 5_000 }
/** Most edits searched for in all files together; the search time of a file grows with the square of its edits. */
const MOST_EDITS = 2_000

/** The files that differ, by name, each with its changed hunks. */
export function changedFiles(before: DocumentFiles, after: DocumentFiles): ChangedFile[] {
  const names = changedNames(before, after)
  const mostEdits = Math.max(20, Math.floor(MOST_EDITS / Math.max(1, names.length)))
  let room = MOST_LINES.all
  return names.map((file) => {
    const lines = diffLines(before[file] ?? '', after[file] ?? '', mostEdits)
    const change = before[file] === undefined ? 'added' : after[file] === undefined ? 'removed' : 'changed'
    const { hunks, left } = firstLines(diffHunks(lines), Math.min(room, MOST_LINES.file))
    room -= hunks.reduce((sum, hunk) => sum + hunk.lines.length, 0)
    return { file, change, ...diffCounts(lines), hunks, left }
  })
}

function firstLines(all: DiffHunk[], most: number): { hunks: DiffHunk[]; left: number } {
  const hunks: DiffHunk[] = []
  let [room, left] = [most, 0]
  for (const hunk of all) {
    const lines = hunk.lines.slice(0, room)
    if (lines.length > 0) hunks.push({ ...hunk, lines })
    room -= lines.length
    left += hunk.lines.length - lines.length
  }
  return { hunks, left }
}

/** The names of the files that differ, including added and removed ones. */
export function changedNames(before: DocumentFiles, after: DocumentFiles): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => before[name] !== after[name]).sort()
}
