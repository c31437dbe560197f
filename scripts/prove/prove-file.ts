import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

import { yamlPlaces } from '~/domain/content/checks/yaml-place'
import { compileDemo } from '~/domain/demo/engine/compile'
import { canonicalJson } from '~/domain/json'
import type { Problem } from '~/domain/demo/format/problem'
import { prove, type ProofLimits, type ProofRun } from '~/domain/demo/proof/prove'
import type { Demo } from '~/domain/demo/format/schema'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import { describeRun } from '~/domain/demo/proof/report/describe-findings'
import type { Locale } from '~/domain/text'
import { readFolderContext } from './folder-context'

/**
 * One plan and start role of one demo. For a file that is not a demo `status` is `invalid`, and `plan` and `role` are
 * null.
 */
export type ProofEntry = {
  file: string
  slug: string
  /** The first twelve digits of the SHA-256 of what was proven; of an invalid file, of its text. */
  revision: string
  plan: string | null
  role: string | null
  status: ProofRun['status'] | 'invalid'
  states: ProofRun['states']
  transitions: ProofRun['transitions']
  tasks: ProofRun['tasks']
  configurations: number
  /** Events of the shortest way to success with every required task done; null when there is none. */
  idealLength: number | null
  problems: Problem[]
}

/** `locale` is that of the messages, by default the demo's first one. */
export type ProveFileOptions = ProofLimits & { locale?: Locale }

/** Proves one file. Never throws: every problem is in the entries. */
export function proveFile(file: string, options: ProveFileOptions): ProofEntry[] {
  const source = readSource(file)
  if (source === null) return [invalid(file, '', [unreadable(file)])]
  const { demo, problems } = parseDemoSource(source, { file, ...readFolderContext(file) })
  if (!demo) return [invalid(file, source, problems)]
  try {
    return proveDemo({ file, demo, source, warnings: problems }, options)
  } catch (error) {
    return [invalid(file, source, [...problems, unexpected(error)])]
  }
}

type ReadDemo = { file: string; demo: Demo; source: string; warnings: Problem[] }

function proveDemo({ file, demo, source, warnings }: ReadDemo, options: ProveFileOptions): ProofEntry[] {
  const placeOf = yamlPlaces(source)
  const revision = shortHash(canonicalJson(demo))
  const compiled = compileDemo(demo)
  const problemsOf = (run: ProofRun) => describeRun(compiled, run, options.locale)
  return prove(compiled, options).runs.map((run) => ({
    ...{ file, slug: demo.slug, revision },
    ...{ plan: run.plan, role: run.role, status: run.status },
    ...{ states: run.states, transitions: run.transitions, tasks: run.tasks },
    configurations: run.configurations,
    idealLength: run.ideal?.events.length ?? null,
    problems: [...warnings, ...problemsOf(run).map((problem) => ({ ...problem, ...placeOf(problem.at) }))],
  }))
}

function invalid(file: string, source: string, problems: Problem[]): ProofEntry {
  return {
    ...{ file, slug: basename(dirname(resolve(file))), revision: shortHash(source) },
    ...{ plan: null, role: null, status: 'invalid' },
    states: { reached: 0, total: 0, unreached: [] },
    transitions: { taken: 0, total: 0, untaken: [] },
    tasks: { done: 0, total: 0, undone: [] },
    ...{ configurations: 0, idealLength: null, problems },
  }
}

function readSource(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function unreadable(file: string): Problem {
  const message = `${file} cannot be read: name a demo.yaml that is there`
  return { code: 'invalid-shape', at: '', message, severity: 'error', line: 1, column: 1 }
}

function unexpected(error: unknown): Problem {
  const message = `This demo cannot be run: ${error instanceof Error ? error.message : String(error)}`
  return { code: 'invalid-shape', at: 'machine', message, severity: 'error', line: 1, column: 1 }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
