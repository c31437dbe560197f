import type { Root } from 'mdast'

import type { MdxComponentName } from '~/domain/content/vetting/components'
import { vetTree } from '~/domain/content/vetting/vet-tree'

/**
 * A remark plugin that vets the very tree that is about to be compiled, so that a difference between two parsers cannot
 * let anything through.
 */
export function refuseUnvetted(components: readonly MdxComponentName[]) {
  return (tree: Root): void => {
    const [problem] = vetTree(tree, components)
    if (problem) throw new Error(`${problem.message} (${problem.line}:${problem.column})`)
  }
}
