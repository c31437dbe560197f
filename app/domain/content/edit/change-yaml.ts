import type { Document } from 'yaml'
import { readYamlSource } from '~/domain/demo/format/yaml-source'
import { canonicalJson } from '~/domain/json'
import type { Json } from '~/domain/json'
import { plainYaml } from './plain-yaml'
import { splicedYaml } from './splice-yaml'
import { changedValue } from './yaml-change'
import type { YamlChange } from './yaml-change'

const LINE_WIDTH = 110

/**
 * The text with one value changed. Comments, order and everything else stay as they are written. Null when the text
 * cannot be read, the change does not fit it, or the value is shared through an alias.
 */
export function changeYaml(source: string, change: YamlChange): string | null {
  const read = readYamlSource(source)
  if ('problems' in read) return null
  const { document } = read
  const wanted = changedValue((read.value ?? {}) as Json, change)
  if (wanted === undefined) return null
  const means = (text: string | null): text is string => text !== null && readsAs(text, wanted)
  const spliced = splicedYaml(source, document, change)
  if (means(spliced)) return spliced
  const written = rewritten(document, change)
  return means(written) ? written : null
}

/** The text after several changes, one after the other; null when one of them does not fit. */
export function changeYamlBy(source: string, changes: readonly YamlChange[]): string | null {
  return changes.reduce<string | null>((text, change) => text && changeYaml(text, change), source)
}

function readsAs(text: string, wanted: Json): boolean {
  const value = plainYaml(text)
  return value !== undefined && canonicalJson(value) === canonicalJson(wanted)
}

/** The file written again from its nodes: comments and order stay, line breaks may differ. */
function rewritten(document: Document, change: YamlChange): string | null {
  try {
    rewrite(document, change)
    return document.toString({ lineWidth: LINE_WIDTH })
  } catch {
    // The library refuses paths that lead through aliases and scalars.
    return null
  }
}

function rewrite(document: Document, change: YamlChange): void {
  const { path } = change
  switch (change.do) {
    case 'set':
      return document.setIn(path, document.createNode(change.value))
    case 'remove':
      return void document.deleteIn(path)
    case 'insert':
      return insert(document, change)
    case 'move': {
      const list = document.getIn(path) as { items: unknown[] }
      list.items.splice(change.to, 0, ...list.items.splice(change.from, 1))
      return
    }
    case 'rename': {
      const map = document.getIn(path.slice(0, -1)) as { items: { key: { value: unknown } }[] }
      const pair = map.items.find(({ key }) => String(key.value) === String(path.at(-1)))
      if (pair) pair.key.value = change.key
    }
  }
}

function insert(document: Document, { path, at, value }: YamlChange & { do: 'insert' }): void {
  const list = document.getIn(path) as { items: unknown[] } | undefined | null
  if (list?.items) list.items.splice(at ?? list.items.length, 0, document.createNode(value))
  else document.setIn(path, document.createNode([value]))
}
