import type { Text } from '~/domain/text'
import { own } from '~/domain/json'
import { openBlock, type OpenBlock } from '../format/open-block'
import type { Demo } from '../format/schema'
import type { Screen } from '../format/schema-blocks'

/** A block with the properties that are computed once. */
export type PlannedBlock = {
  /** Path of the block in the document, its kind included. */
  at: string
  block: OpenBlock
  /** Events that a control of this block may send. */
  sends: ReadonlySet<string>
  /** The name of a control without a label: the title of the block, else of the screen. */
  title: Text
}

export type PlannedScreen = {
  id: string
  title: Text
  nav: string | null
  /** The screen behind it, when it is a dialog. */
  over: string | null
  blocks: readonly PlannedBlock[]
  /** The blocks with a control that may send an event, by event. */
  senders: ReadonlyMap<string, readonly PlannedBlock[]>
}

/** Events that a control of this block may send. */
export function eventsSent(opened: OpenBlock): string[] {
  switch (opened.kind) {
    case 'button':
    case 'form':
      return [opened.spec.send]
    case 'table':
    case 'board': {
      const { pick, rowActions } = opened.spec
      return [...(pick === undefined ? [] : [pick]), ...(rowActions ?? []).map((action) => action.send)]
    }
    case 'chat':
      return (opened.spec.replies ?? []).map((reply) => reply.send)
    case 'image':
      return (opened.spec.hotspots ?? []).map((spot) => spot.send)
    default:
      return []
  }
}

function planScreen(id: string, screen: Screen, behind: Screen | undefined): PlannedScreen {
  const blocks = screen.blocks.map((authored, index): PlannedBlock => {
    const block = openBlock(authored)
    const own = 'title' in block.spec ? block.spec.title : undefined
    const at = `screens.${id}.blocks.${index}.${block.kind}`
    return { at, block, sends: new Set(eventsSent(block)), title: own ?? screen.title }
  })
  const nav = screen.nav ?? behind?.nav ?? null
  return { id, title: screen.title, nav, over: screen.over ?? null, blocks, senders: bySent(blocks) }
}

function bySent(blocks: readonly PlannedBlock[]): Map<string, PlannedBlock[]> {
  const events = new Set(blocks.flatMap(({ sends }) => [...sends]))
  return new Map([...events].map((event) => [event, blocks.filter(({ sends }) => sends.has(event))]))
}

/** Every screen of a demo, with its blocks prepared. */
export function planScreens(demo: Demo): ReadonlyMap<string, PlannedScreen> {
  const { screens } = demo
  const behind = ({ over }: Screen) => (over === undefined ? undefined : own(screens, over))
  return new Map(Object.entries(screens).map(([id, screen]) => [id, planScreen(id, screen, behind(screen))]))
}
