import { MDX_COMPONENT_NAMES, type MdxComponentName } from './vetting/components'
import { splitFrontMatter, type FrontMatter } from './vetting/front-matter'
import type { MdxProblem } from './vetting/problem'
import { sizeProblems } from './vetting/size'
import { parseMdxBody } from './vetting/tree'
import { leftMarks } from './vetting/vet-marks'
import { vetTree } from './vetting/vet-tree'

/** A safe document in two parts, or every reason for which it was refused. */
export type VettedMdx =
  { ok: true; frontMatter: FrontMatter; body: string } | { ok: false; problems: MdxProblem[] }

/**
 * Decides whether MDX from an author is safe to compile and render: YAML front matter only; no import, export or
 * expression; no element outside `components`; only http(s), mailto and relative URLs. Nothing is evaluated. `body` is
 * the text without front matter, the only part that may be compiled.
 */
export function vetMdx(
  source: string,
  components: readonly MdxComponentName[] = MDX_COMPONENT_NAMES,
): VettedMdx {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const tooLarge = sizeProblems(text)
  if (tooLarge.length > 0) return { ok: false, problems: tooLarge }
  const split = splitFrontMatter(text)
  if (!split.ok) return split
  const problems = vetMdxBody('\n'.repeat(split.bodyLine) + split.body, components)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, frontMatter: split.frontMatter, body: split.body }
}

/** The refusals of a body that has no front matter. Lines count from the start of `body`. */
function vetMdxBody(body: string, components: readonly MdxComponentName[]): MdxProblem[] {
  const parsed = parseMdxBody(body)
  if (!parsed.ok) return parsed.problems
  return [...vetTree(parsed.tree, components), ...leftMarks(parsed.tree, body)]
}
