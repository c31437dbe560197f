import type { Locale } from '../../text'
import { vetMdx } from '../mdx'
import { GUIDE_COMPONENTS, type MdxComponentName } from '../vetting/components'
import type { FrontMatter } from '../vetting/front-matter'
import { parseMdxBody } from '../vetting/tree'
import { fileProblem, type FileProblem } from './file-problem'
import { wordCountProblems } from './word-count'

export type CheckedMdx = { problems: FileProblem[]; frontMatter: FrontMatter; body: string }

/** Vets one MDX text. Refusals are errors with their place in the file. */
export function checkMdx(file: string, source: string, components?: readonly MdxComponentName[]): CheckedMdx {
  const vetted = vetMdx(source, components)
  if (vetted.ok) return { problems: [], frontMatter: vetted.frontMatter, body: vetted.body }
  const problems = vetted.problems.map(({ code, message, line, column }) =>
    fileProblem('error', file, code, sentence(message), { line, column }),
  )
  return { problems, frontMatter: {}, body: '' }
}

/** Vets a guide, and warns where it is too long to be read. */
export function checkGuide(file: string, source: string, locale: Locale): FileProblem[] {
  const checked = checkMdx(file, source, GUIDE_COMPONENTS)
  if (checked.problems.length > 0) return checked.problems
  if (checked.body.trim() === '') {
    return [
      fileProblem('error', file, 'empty-text', 'This text is empty. Write it, or delete the file.', {
        line: 1,
        column: 1,
      }),
    ]
  }
  // Lines before the body become blank lines, so that line numbers count from the top of the file.
  const before = source.split('\n').length - checked.body.split('\n').length
  const parsed = parseMdxBody('\n'.repeat(Math.max(0, before)) + checked.body)
  return parsed.ok ? wordCountProblems(file, parsed.tree, locale) : []
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
