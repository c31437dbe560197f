import { applyPatch, structuredPatch } from 'diff'
import { canonicalJson } from '~/domain/json'
import type { Json } from '~/domain/json'
import { plainYaml } from '../edit/plain-yaml'
import { changeYaml, changeYamlBy } from '../edit/change-yaml'
import type { YamlPath } from '../edit/yaml-change'
import type { DocumentFiles } from '../kinds'
import { splitFrontMatter } from '../vetting/front-matter'
import { changeTo, mergeValues } from './merge-values'

/** A place that both changed: one value of a YAML file, or a whole text. Undefined where a side removed it. */
export interface Clash {
  file: string
  /** Empty for a whole file. */
  path: YamlPath
  mine: Json | undefined
  theirs: Json | undefined
}

/** Both drafts in one, with their side where both changed the same place. */
export interface MergedDrafts {
  files: DocumentFiles
  clashes: Clash[]
}

/** Merges two drafts that began from the same files: value by value in YAML, and line by line in texts. */
export function mergeDrafts(base: DocumentFiles, mine: DocumentFiles, theirs: DocumentFiles): MergedDrafts {
  const names = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])
  const files: Record<string, string> = {}
  const clashes: Clash[] = []
  for (const file of [...names].sort()) {
    const merged = mergeFile(file, base[file], mine[file], theirs[file])
    if (merged.text !== undefined) files[file] = merged.text
    clashes.push(...merged.clashes)
  }
  return { files, clashes }
}

/** The merged files with my side at some of the clashes. */
export function withMine(files: DocumentFiles, clashes: readonly Clash[]): DocumentFiles {
  return clashes.reduce<DocumentFiles>((merged, { file, path, mine }) => {
    if (path.length === 0) {
      const rest = Object.fromEntries(Object.entries(merged).filter(([name]) => name !== file))
      return typeof mine === 'string' ? { ...rest, [file]: mine } : rest
    }
    const text = changeYaml(merged[file] ?? '', changeTo(path, mine))
    return text === null ? merged : { ...merged, [file]: text }
  }, files)
}

interface MergedFile {
  text: string | undefined
  clashes: Clash[]
}

type Text = string | undefined

function mergeFile(file: string, base: Text, mine: Text, theirs: Text): MergedFile {
  if (mine === base || mine === theirs) return { text: theirs, clashes: [] }
  if (theirs === base) return { text: mine, clashes: [] }
  const whole = { text: theirs, clashes: [{ file, path: [], mine, theirs }] }
  if (base === undefined || mine === undefined || theirs === undefined) return whole
  return (
    (file.endsWith('.yaml') ? mergeYaml(file, base, mine, theirs) : mergeText(base, mine, theirs)) ?? whole
  )
}

const mergeText = (base: string, mine: string, theirs: string): MergedFile | null =>
  mergeLines(base, mine, theirs) ?? mergeParts(base, mine, theirs)

/** A text whose front matter both changed at one place, but other values of it. Null where they changed the same. */
function mergeParts(base: string, mine: string, theirs: string): MergedFile | null {
  const [from, own, other] = [partsOf(base), partsOf(mine), partsOf(theirs)]
  if (!from || !own || !other) return null
  const head = mergeFile('front-matter.yaml', from.head, own.head, other.head)
  const body = mergeFile('body', from.body, own.body, other.body)
  if (head.clashes.length + body.clashes.length > 0) return null
  return { text: `---\n${head.text ?? ''}---\n${body.text ?? ''}`, clashes: [] }
}

function partsOf(source: string): { head: string; body: string } | null {
  const split = splitFrontMatter(source)
  if (!split.ok || split.bodyLine === 0) return null
  const lines = source.split('\n')
  const head = lines.slice(1, split.bodyLine - 1).map((line) => `${line}\n`)
  return { head: head.join(''), body: lines.slice(split.bodyLine).join('\n') }
}

function mergeLines(base: string, mine: string, theirs: string): MergedFile | null {
  const text = applyPatch(theirs, structuredPatch('', '', base, mine, '', '', { context: 2 }))
  return text === false ? null : { text, clashes: [] }
}

/** Lines are merged where that gives the same values, since it keeps my comments as well. */
function mergeYaml(file: string, base: string, mine: string, theirs: string): MergedFile | null {
  const [from, own, other] = [plainYaml(base), plainYaml(mine), plainYaml(theirs)]
  if (from === undefined || own === undefined || other === undefined) return null
  const { changes, clashes } = mergeValues(from, own, other)
  const text = changeYamlBy(theirs, changes)
  if (text === null) return null
  const lines = mergeLines(base, mine, theirs)?.text
  const isBetter = clashes.length === 0 && lines !== undefined && isSameYaml(lines, text)
  return { text: isBetter ? lines : text, clashes: clashes.map((clash) => ({ file, ...clash })) }
}

function isSameYaml(one: string, other: string): boolean {
  const [a, b] = [plainYaml(one), plainYaml(other)]
  return a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b)
}
