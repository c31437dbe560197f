import { openBlock, type OpenBlock } from '../format/open-block'
import type { Demo } from '../format/schema'
import { eventsSent } from '../screen/screen-plan'
import type { EventData } from '../screen/control'

type Sent = { event: string; names: string[] }

/** Names of the data that each event can carry, over every control that sends it. */
export function eventFields(demo: Demo): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>()
  const blocks = Object.values(demo.screens).flatMap((screen) => screen.blocks)
  for (const { event, names } of blocks.flatMap((block) => sentBy(openBlock(block)))) {
    const known = fields.get(event) ?? new Set(['type'])
    for (const name of names) known.add(name)
    fields.set(event, known)
  }
  return fields
}

const pressed = ({ send, with: data }: { send: string; with?: EventData | undefined }): Sent => ({
  event: send,
  names: Object.keys(data ?? {}),
})

function sentBy(block: OpenBlock): Sent[] {
  switch (block.kind) {
    case 'form':
      return [{ event: block.spec.send, names: block.spec.fields.map((field) => field.name) }]
    case 'button':
      return [pressed(block.spec)]
    case 'chat':
      return (block.spec.replies ?? []).map(pressed)
    case 'table':
    case 'board':
      return eventsSent(block).map((event) => ({ event, names: ['id'] }))
    default:
      return eventsSent(block).map((event) => ({ event, names: [] }))
  }
}
