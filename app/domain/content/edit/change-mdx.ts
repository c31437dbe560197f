import type { Json } from '~/domain/json'
import { splitFrontMatter } from '../vetting/front-matter'
import type { FrontMatter } from '../vetting/front-matter'
import { changeYaml } from './change-yaml'

/** A text as a form shows it; null when its front matter cannot be read. */
export interface MdxParts {
  frontMatter: FrontMatter
  body: string
}

/** The front matter of a text and its body, without blank lines around it. */
export function readMdxParts(source: string): MdxParts | null {
  const split = splitFrontMatter(source)
  return split.ok ? { frontMatter: split.frontMatter, body: split.body.trim() } : null
}

/** The text with one value of its front matter changed; null removes it. Null when that cannot be read. */
export function changeFrontMatter(source: string, key: string, value: Json): string | null {
  const split = splitFrontMatter(source)
  if (!split.ok) return null
  const lines = source.split('\n')
  const head = split.bodyLine === 0 ? '' : lines.slice(1, split.bodyLine - 1).join('\n')
  const changed = changeHead(head, key, value)
  return changed === null ? null : joined(changed, split.bodyLine === 0 ? `\n${source}` : split.body)
}

/** The text with another body. */
export function changeBody(source: string, body: string): string | null {
  const split = splitFrontMatter(source)
  if (!split.ok) return null
  const head = source.split('\n').slice(0, split.bodyLine).join('\n')
  const written = `${body.trimEnd()}\n`
  return head === '' ? written : `${head}\n\n${written}`
}

function changeHead(head: string, key: string, value: Json): string | null {
  if (head.trim() === '') return value === null ? '' : changeYaml('{}', { do: 'set', path: [key], value })
  if (value !== null) return changeYaml(head, { do: 'set', path: [key], value })
  return new RegExp(`^${key}:`, 'm').test(head) ? changeYaml(head, { do: 'remove', path: [key] }) : head
}

function joined(head: string, body: string): string {
  const written = head.trim() === '' || head.trim() === '{}' ? '' : `${asBlock(head).trimEnd()}\n`
  return written === '' ? body.trimStart() : `---\n${written}---\n${body}`
}

/** The first value is written into `{ … }`, which front matter does not begin with. */
function asBlock(head: string): string {
  return /^\{ (.*) \}\s*$/s.exec(head)?.[1] ?? head
}
