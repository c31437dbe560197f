import { boardControls } from './blocks/board'
import { buttonControls } from './blocks/button'
import { chatControls } from './blocks/chat'
import { formControls } from './blocks/form'
import { imageControls } from './blocks/image'
import type { Place } from './blocks/place'
import { tableControls } from './blocks/table'
import type { Control, LockedControl } from './control'
import type { OpenBlock } from './open-block'
import { makeReader, type ExpressionFailure, type Reader } from './reader'
import type { Run } from './run-state'

export type {
  Control,
  ControlKind,
  EventData,
  FieldSpec,
  LockedControl,
  OptionSpec,
  PayloadSpec,
} from './control'

/** Which events are looked for. */
type Wants = { one: (send: string) => boolean; any: (sends: ReadonlySet<string>) => boolean }

const ANY: Wants = { one: () => true, any: (sends) => sends.size > 0 }

function only(send: string): Wants {
  return { one: (event) => event === send, any: (sends) => sends.has(send) }
}

/** `locked` are on screen too, but the plan lacks what they need. */
export type ControlsNow = { controls: Control[]; locked: LockedControl[]; failures: ExpressionFailure[] }

/** Every control now on screen, in the order of the screen. Controls hidden by `if`, or locked, are not among them. */
export function offeredControls(run: Run): Control[] {
  return inspectControls(run).controls
}

/** `send` narrows the search to controls that send this event. `bare`: labels, samples and opening values stay empty. */
export type Inspection = { send?: string; bare?: boolean }

/** The same, with the expressions that failed on the way. */
export function inspectControls(run: Run, { send, bare = false }: Inspection = {}): ControlsNow {
  const reader = makeReader(run)
  const wants = send === undefined ? ANY : only(send)
  const locked: LockedControl[] = []
  const controls = activeScreens(run).flatMap((id) => screenControls(id, { reader, wants, bare, locked }))
  return { controls, locked, failures: reader.failures }
}

/** Ids of the screens on show: that of each active state, in document order, each once. */
export function activeScreens(run: Run): string[] {
  const screens = run.states.flatMap((id) => run.compiled.states.get(id)?.screen ?? [])
  return [...new Set(screens)]
}

type Looking = { reader: Reader; wants: Wants; bare: boolean; locked: LockedControl[] }

function screenControls(id: string, { reader, wants, bare, locked }: Looking): Control[] {
  const screen = reader.run.compiled.screens.get(id)
  if (!screen) return []
  return screen.blocks.flatMap(({ at, block, sends, title }) => {
    if (!wants.any(sends) || !reader.test(block.spec.if, `${at}.if`)) return []
    return controlsOf(block, {
      reader,
      screen: id,
      at,
      block: block.kind,
      title,
      wants: wants.one,
      bare,
      locked,
    })
  })
}

function controlsOf(block: OpenBlock, place: Place): Control[] {
  switch (block.kind) {
    case 'table':
      return tableControls(block.spec, place)
    case 'board':
      return boardControls(block.spec, place)
    case 'form':
      return formControls(block.spec, place)
    case 'button':
      return buttonControls(block.spec, place)
    case 'chat':
      return chatControls(block.spec, place)
    case 'image':
      return imageControls(block.spec, place)
    default:
      return []
  }
}
