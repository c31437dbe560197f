import type { z } from 'zod'
import { readYaml } from '../read-yaml'
import { fileProblem, type FileProblem } from './file-problem'

export interface CheckedYaml<T> {
  problems: FileProblem[]
  value: T | null
}

/** Checks a document that is one YAML file with a schema. */
export function checkYaml<T>(schema: z.ZodType<T>, file: string, source: string): CheckedYaml<T> {
  const read = readYaml(schema, source)
  if (read.ok) return { problems: [], value: read.value }
  const problems = read.problems.map(({ code, message, ...place }) =>
    fileProblem('error', file, code, message, place),
  )
  return { problems, value: null }
}
