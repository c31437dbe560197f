import { error, type FoundProblem } from './found-problem'
import { openBlock } from '../format/open-block'
import type { Demo } from '../format/schema'

/** Lists in which each name may appear once: plans, audiences, the side navigation, columns of boards, options. */
export function checkDuplicates({ plans, audience = [], product, screens }: Demo): FoundProblem[] {
  return [
    ...twice(plans, 'plans', ''),
    ...twice(audience, 'audience', ''),
    ...twice(idsOf(product.nav ?? []), 'product.nav', '.id'),
    ...Object.entries(screens).flatMap(([id, screen]) =>
      screen.blocks.flatMap((authored, index) => {
        const block = openBlock(authored)
        const at = `screens.${id}.blocks.${index}.${block.kind}`
        if (block.kind === 'board') return twice(idsOf(block.spec.columns), `${at}.columns`, '.id')
        if (block.kind !== 'form') return []
        return block.spec.fields.flatMap(({ options }, field) =>
          typeof options === 'object'
            ? twice(valuesOf(options), `${at}.fields.${field}.options`, '.value')
            : [],
        )
      }),
    ),
  ]
}

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)
const valuesOf = (list: readonly { value: unknown }[]) => list.map(({ value }) => String(value))

function twice(names: readonly string[], at: string, below: string): FoundProblem[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [error('invalid-shape', `${at}.${index}${below}`, `${name} appears twice: keep one`)]
      : [],
  )
}
