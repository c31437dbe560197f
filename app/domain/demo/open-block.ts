import type { Block, BlockKind } from './schema-blocks'

/** A block with its kind told apart, as code wants it. */
export type OpenBlock = { [K in BlockKind]: { kind: K; spec: NonNullable<Block[K]> } }[BlockKind]

/** Opens the one-key map that an author writes. The schema has seen that there is exactly one key. */
export function openBlock(block: Block): OpenBlock {
  const [kind] = Object.keys(block) as BlockKind[]
  return { kind, spec: block[kind as BlockKind] } as OpenBlock
}
