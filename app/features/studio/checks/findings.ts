import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { ChangedFile } from '~/domain/content/changed-files'

/** The check results of a saved draft. */
export interface Findings {
  problems: FileProblem[]
  /** What publishing would change, file by file; all files when nothing is live. */
  changes: ChangedFile[]
}
