import { rowId } from '../screen/blocks/block-place'
import { error, type FoundProblem } from './found-problem'
import { own, type Json } from '~/domain/json'
import { openBlock, type OpenBlock } from '../format/open-block'
import type { Demo } from '../format/schema'
import { pathSegments, readPath } from '../engine/world'
import { worldShape, type Shape } from './world-shape'

/**
 * Lists whose rows are picked, acted on or chosen, but have no id that is a text: such a row would offer no control.
 */
export function checkRowIds(demo: Demo): FoundProblem[] {
  const shape = worldShape(demo)
  return Object.entries(demo.screens).flatMap(([id, screen]) =>
    screen.blocks.flatMap((authored, index) => {
      const block = openBlock(authored)
      const at = `screens.${id}.blocks.${index}.${block.kind}`
      return chosenLists(block, at).flatMap((list) => checkList(list, demo, shape))
    }),
  )
}

type ChosenList = { at: string; source: string }

function chosenLists(block: OpenBlock, at: string): ChosenList[] {
  if (block.kind === 'form')
    return block.spec.fields.flatMap(({ options }, index) =>
      typeof options === 'string' ? [{ at: `${at}.fields.${index}.options`, source: options }] : [],
    )
  if (block.kind !== 'table' && block.kind !== 'board') return []
  const { pick, rowActions = [], rows } = block.spec
  return pick === undefined && rowActions.length === 0 ? [] : [{ at: `${at}.rows`, source: rows }]
}

/** Only plain paths are checked; other expressions are covered by the proof. */
function checkList({ at, source }: ChosenList, demo: Demo, shape: Shape): FoundProblem[] {
  if (!/^world(\.[A-Za-z_][A-Za-z0-9_]*)+$/.test(source)) return []
  const path = pathSegments(source)
  const list: Json | undefined = readPath(demo.world, path)
  const lacking = Array.isArray(list) ? list.findIndex((row) => rowId(row) === null) : -1
  if (lacking >= 0)
    return [
      error('unknown-field', at, `Row ${lacking + 1} of ${source} needs an id that is a text, e.g. id: c1`),
    ]
  const row = path.reduce<Shape | undefined>(
    (now, key) => (now?.kind === 'map' ? own(now.fields, key) : undefined),
    shape,
  )
  const lacksId = row?.kind === 'list' && row.of.kind === 'map' && own(row.of.fields, 'id') === undefined
  return lacksId
    ? [error('unknown-field', at, `What is appended to ${source} needs an id, e.g. id: newId()`)]
    : []
}
