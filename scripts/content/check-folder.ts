import { checkDocument } from '~/domain/content/checks/check-document'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import { documentFolder } from '~/domain/content/kinds'
import { plansSchema } from '~/domain/content/plans'
import { readYaml } from '~/domain/content/read-yaml'
import { readContentFolder } from '~/features/studio/read-content-folder.server'

/** A problem with the document's folder below the content folder. */
export interface FolderProblem {
  folder: string
  problem: FileProblem
}

/** What is wrong with every document below a content folder, as the studio would say it. */
export async function checkFolder(
  directory: string,
): Promise<{ documents: number; problems: FolderProblem[] }> {
  const documents = await readContentFolder(directory)
  const plans = documents.find((document) => document.kind === 'plans')?.files['plans.yaml']
  const table = plans === undefined ? null : readYaml(plansSchema, plans)
  const around = table?.ok ? { features: table.value.features.map((feature) => feature.id) } : {}
  const problems = documents.flatMap(({ kind, slug, files }) =>
    checkDocument(kind, slug, files, around).problems.map((problem) => ({
      folder: documentFolder(kind, slug),
      problem,
    })),
  )
  return { documents: documents.length, problems }
}
