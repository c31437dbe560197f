import type { Text } from '../text'
import { boardControls } from './blocks/board'
import { buttonControls } from './blocks/button'
import { chatControls } from './blocks/chat'
import { formControls } from './blocks/form'
import { imageControls } from './blocks/image'
import type { Place } from './blocks/place'
import { tableControls } from './blocks/table'
import type { Control } from './control'
import { own } from './json'
import { openBlock } from './open-block'
import { makeReader, type ExpressionFailure, type Reader } from './reader'
import type { Run } from './run-state'
import type { Block, Screen } from './schema-blocks'

export type { Control, ControlKind, EventData, FieldSpec, OptionSpec, PayloadSpec } from './control'

export type ControlsNow = { controls: Control[]; failures: ExpressionFailure[] }

/** Every control now on screen, in the order of the screen. Controls hidden by `if`, or locked, are not among them. */
export function offeredControls(run: Run): Control[] {
  return inspectControls(run).controls
}

/** The same, with the expressions that failed on the way. `send` narrows the search to controls that send this event. */
export function inspectControls(run: Run, send?: string): ControlsNow {
  const reader = makeReader(run)
  const wants = (event: string) => send === undefined || event === send
  const controls = activeScreens(run).flatMap((id) => screenControls(id, reader, wants))
  return { controls, failures: reader.failures }
}

/** Ids of the screens on show: that of each active state, in document order, each once. */
export function activeScreens(run: Run): string[] {
  const screens = run.states.flatMap((id) => run.compiled.states.get(id)?.screen ?? [])
  return [...new Set(screens)]
}

function screenControls(id: string, reader: Reader, wants: Place['wants']): Control[] {
  const screen = own<Screen>(reader.run.compiled.demo.screens, id)
  if (!screen) return []
  return screen.blocks.flatMap((block, index) => {
    const at = `screens.${id}.blocks.${index}`
    return blockControls(block, at, { reader, screen: id, wants }, screen.title)
  })
}

function blockControls(
  block: Block,
  at: string,
  where: Pick<Place, 'reader' | 'screen' | 'wants'>,
  title: Text,
) {
  const opened = openBlock(block)
  const place: Place = {
    ...where,
    at: `${at}.${opened.kind}`,
    block: opened.kind,
    title: titleOf(block) ?? title,
  }
  const offered = sends(block, place.wants) && where.reader.test(opened.spec.if, `${place.at}.if`)
  return offered ? controlsOf(block, place) : []
}

function titleOf(block: Block): Text | undefined {
  const { spec } = openBlock(block)
  return 'title' in spec ? spec.title : undefined
}

/** Whether a block could send a wanted event at all: spares its conditions when it could not. */
function sends(block: Block, wants: Place['wants']): boolean {
  const opened = openBlock(block)
  switch (opened.kind) {
    case 'button':
    case 'form':
      return wants(opened.spec.send)
    case 'table':
    case 'board':
      return [opened.spec.pick, ...(opened.spec.rowActions ?? []).map((one) => one.send)].some(
        (send) => send !== undefined && wants(send),
      )
    case 'chat':
      return (opened.spec.replies ?? []).some((one) => wants(one.send))
    case 'image':
      return (opened.spec.hotspots ?? []).some((one) => wants(one.send))
    default:
      return false
  }
}

function controlsOf(block: Block, place: Place): Control[] {
  const opened = openBlock(block)
  switch (opened.kind) {
    case 'table':
      return tableControls(opened.spec, place)
    case 'board':
      return boardControls(opened.spec, place)
    case 'form':
      return formControls(opened.spec, place)
    case 'button':
      return buttonControls(opened.spec, place)
    case 'chat':
      return chatControls(opened.spec, place)
    case 'image':
      return imageControls(opened.spec, place)
    default:
      return []
  }
}
