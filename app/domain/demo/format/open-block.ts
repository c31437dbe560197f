import type { Block, BlockKind } from './schema-blocks'

/** What an author wrote below the kind of a block. */
export type BlockSpecs = { [K in BlockKind]: NonNullable<Block[K]> }

/** A block with its kind told apart, as code wants it. */
export type OpenBlock<K extends BlockKind = BlockKind> = { [P in K]: { kind: P; spec: BlockSpecs[P] } }[K]

/** Opens the one-key map that an author writes. The schema has seen that there is exactly one key. */
export function openBlock(block: Block): OpenBlock {
  const [kind] = Object.keys(block) as BlockKind[]
  return { kind, spec: block[kind as BlockKind] } as OpenBlock
}
