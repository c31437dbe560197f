import type { Demo } from '../../demo/schema'
import type { State } from '../../demo/schema-machine'
import { parseDemoSource } from '../../demo/source'
import { LOCALES } from '../../text'
import { guideFile, partOf, type DocumentFiles } from '../kinds'
import { checkGuide } from './check-mdx'
import { fileProblem, inFile, type FileProblem } from './file-problem'
import { yamlPlaces, type YamlPlace } from './yaml-place'

const SOURCE = 'demo.yaml'

export interface CheckedDemo {
  problems: FileProblem[]
  demo: Demo | null
}

/** Checks a demo as its author left it: the source, every guide, and that each guide a state names is there. Does not prove it. */
export function checkDemo(slug: string, files: DocumentFiles): CheckedDemo {
  const source = files[SOURCE] ?? ''
  const guides = checkGuides(files)
  if (source.trim() === '') {
    return {
      problems: [fileProblem('error', SOURCE, 'no-source', 'Write the demo here.', { line: 1, column: 1 })],
      demo: null,
    }
  }
  const { demo, problems } = parseDemoSource(source, { file: SOURCE })
  const ofSource = problems.map((problem) => inFile(SOURCE, problem))
  if (!demo) return { problems: [...ofSource, ...guides], demo: null }
  const place = yamlPlaces(source)
  return {
    problems: [
      ...ofSource,
      ...slugProblems(demo, slug, place),
      ...guideProblems(demo, files, place),
      ...guides,
    ],
    demo,
  }
}

function checkGuides(files: DocumentFiles): FileProblem[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const part = partOf('demo', file)
    return part?.part === 'guide' ? checkGuide(file, text, part.locale) : []
  })
}

type Place = (at: string) => YamlPlace | null

function slugProblems(demo: Demo, slug: string, place: Place): FileProblem[] {
  if (demo.slug === slug) return []
  const message = `This document is “${slug}”: its slug cannot be “${demo.slug}”. Write slug: ${slug}.`
  return [fileProblem('error', SOURCE, 'wrong-slug', message, { at: 'slug', ...place('slug') })]
}

function guideProblems(demo: Demo, files: DocumentFiles, place: Place): FileProblem[] {
  const used = guidesOf(demo)
  return [
    ...[...used].flatMap(([guide, at]) => filesOfGuide(guide, at, files, place)),
    ...unusedGuides(used, files),
  ]
}

/** Every guide that a state names, with the first place that names it. */
function guidesOf(demo: Demo): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (states: Record<string, State>, at: string): void => {
    for (const [id, state] of Object.entries(states)) {
      const here = `${at}.${id}`
      if (state.guide && !found.has(state.guide)) found.set(state.guide, `${here}.guide`)
      if (state.states) walk(state.states, `${here}.states`)
    }
  }
  walk(demo.machine.states, 'machine.states')
  return found
}

function filesOfGuide(guide: string, at: string, files: DocumentFiles, place: Place): FileProblem[] {
  const missing = LOCALES.filter((locale) => files[guideFile(guide, locale)] === undefined)
  if (missing.length === 0) return []
  if (missing.length === LOCALES.length) {
    const message = `No guide “${guide}” is there. Add ${guideFile(guide, 'en')}.`
    return [fileProblem('error', SOURCE, 'unknown-guide', message, { at, ...place(at) })]
  }
  const names = missing.map((locale) => guideFile(guide, locale)).join(', ')
  const message = `Missing: ${names}. Readers of that language see another one.`
  return [fileProblem('warning', SOURCE, 'missing-locale', message, { at, ...place(at) })]
}

function unusedGuides(used: Map<string, string>, files: DocumentFiles): FileProblem[] {
  return Object.keys(files).flatMap((file) => {
    const part = partOf('demo', file)
    if (part?.part !== 'guide' || used.has(part.name)) return []
    return [
      fileProblem('warning', file, 'unused-guide', `No state has the guide “${part.name}”.`, {
        line: 1,
        column: 1,
      }),
    ]
  })
}
