import { openBlock, type OpenBlock } from '../open-block'
import type { Demo } from '../schema'
import type { EventData } from '../control'

/** Names of the data that each event may carry, over every control that sends it. */
export function eventFields(demo: Demo): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>()
  const add = (event: string, names: readonly string[]) => {
    const known = fields.get(event) ?? new Set(['type'])
    for (const name of names) known.add(name)
    fields.set(event, known)
  }
  for (const screen of Object.values(demo.screens))
    for (const block of screen.blocks) addBlock(openBlock(block), add)
  return fields
}

type Add = (event: string, names: readonly string[]) => void
const namesOf = (data: EventData | undefined) => Object.keys(data ?? {})

function addBlock(block: OpenBlock, add: Add): void {
  switch (block.kind) {
    case 'form':
      return add(
        block.spec.send,
        block.spec.fields.map((field) => field.name),
      )
    case 'button':
      return add(block.spec.send, namesOf(block.spec.with))
    case 'table':
    case 'board':
      if (block.spec.pick !== undefined) add(block.spec.pick, ['id'])
      for (const action of block.spec.rowActions ?? []) add(action.send, ['id'])
      return
    case 'chat':
      for (const reply of block.spec.replies ?? []) add(reply.send, namesOf(reply.with))
      return
    case 'image':
      for (const spot of block.spec.hotspots ?? []) add(spot.send, [])
  }
}
