import type { Demo } from '~/domain/demo/format/schema'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import type { Locale } from '~/domain/text'
import { partOf, type DocumentFiles } from '../kinds'
import { checkGuide } from './check-mdx'
import { fileProblem, inFile, type FileProblem } from './file-problem'
import { yamlPlaces } from './yaml-place'

const SOURCE = 'demo.yaml'

export interface CheckedDemo {
  problems: FileProblem[]
  demo: Demo | null
}

/** Checks a demo's files: the source, every guide, and that each guide named by a state exists. Does not prove it. */
export function checkDemoFiles(slug: string, files: DocumentFiles, locales: readonly Locale[]): CheckedDemo {
  const source = files[SOURCE] ?? ''
  const guides = writtenGuides(files)
  const beside = { guides, locales }
  const { demo, problems } = parseDemoSource(source, { file: SOURCE, ...beside })
  const all = [...problems.map((problem) => inFile(SOURCE, problem)), ...checkGuides(files)]
  if (!demo) return { problems: all, demo: null }
  const used = guidesUsed(demo)
  return { problems: [...all, ...slugProblems(demo, slug, source), ...unusedGuides(used, files)], demo }
}

/** The guides, with the locales in which each is written. */
function writtenGuides(files: DocumentFiles): Map<string, Locale[]> {
  const guides = new Map<string, Locale[]>()
  for (const file of Object.keys(files)) {
    const part = partOf('demo', file)
    if (part?.part === 'guide') guides.set(part.name, [...(guides.get(part.name) ?? []), part.locale])
  }
  return guides
}

function checkGuides(files: DocumentFiles): FileProblem[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const part = partOf('demo', file)
    return part?.part === 'guide' ? checkGuide(file, text, part.locale) : []
  })
}

function slugProblems(demo: Demo, slug: string, source: string): FileProblem[] {
  if (demo.slug === slug) return []
  const message = `This document is “${slug}”: its slug cannot be “${demo.slug}”. Write slug: ${slug}.`
  return [fileProblem('error', SOURCE, 'wrong-slug', message, { at: 'slug', ...yamlPlaces(source)('slug') })]
}

/** Every guide that a state names. */
function guidesUsed(demo: Demo): Set<string> {
  const found = new Set<string>()
  const walk = (states: Demo['machine']['states']): void => {
    for (const state of Object.values(states)) {
      if (state.guide) found.add(state.guide)
      if (state.states) walk(state.states)
    }
  }
  walk(demo.machine.states)
  return found
}

function unusedGuides(used: Set<string>, files: DocumentFiles): FileProblem[] {
  return Object.keys(files).flatMap((file) => {
    const part = partOf('demo', file)
    if (part?.part !== 'guide' || used.has(part.name)) return []
    const message = `No state has the guide “${part.name}”.`
    return [fileProblem('warning', file, 'unused-guide', message, { line: 1, column: 1 })]
  })
}
