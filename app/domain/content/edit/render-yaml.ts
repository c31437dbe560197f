import { Document } from 'yaml'
import type { Json } from '~/domain/json'

/** The longest map or list that is written on one line. */
const ONE_LINE = 100

/** A value on one line, as it may stand inside `{ … }` and `[ … ]`. */
export function flowYaml(value: Json): string {
  const document = new Document([value])
  const text = document.toString({ lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: true })
  return text.trim().slice(1, -1).trim()
}

/**
 * A value as it stands in an indented file after `key:` or `- `. A value of several lines begins with a line end after
 * a key, and with its first line after a hyphen.
 */
export function blockYaml(value: Json, indent: number, after: 'key' | 'hyphen'): string {
  const flow = flowYaml(value)
  const isPlain = typeof value !== 'object' || value === null || Object.keys(value).length === 0
  if (isPlain || flow.length <= ONE_LINE) return after === 'key' ? ` ${flow}` : flow
  const text = new Document(value).toString({ lineWidth: 0, indent: 2 }).trimEnd()
  const margin = ' '.repeat(indent)
  const lines = text.split('\n').map((line) => (line === '' ? line : margin + line))
  return after === 'key' ? `\n${lines.join('\n')}` : lines.join('\n').trimStart()
}
