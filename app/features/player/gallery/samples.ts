import type { BlockKind } from '~/domain/demo/format/schema-blocks'
import { blockSchema } from '~/domain/demo/format/schema-blocks'

const files = import.meta.glob<string>('./samples/*.yaml', { query: '?raw', import: 'default', eager: true })

/** Every kind of block, in the order of the format reference. */
export const BLOCK_KINDS = Object.keys(blockSchema.shape) as BlockKind[]

export function isBlockKind(kind: string): kind is BlockKind {
  return Object.hasOwn(blockSchema.shape, kind)
}

/** The YAML of a kind's sample. @throws Error when there is none, which a test rules out. */
export function sampleText(kind: BlockKind): string {
  const text = files[`./samples/${kind}.yaml`]
  if (text === undefined) throw new Error(`There is no sample of the block ${kind}`)
  return text
}
