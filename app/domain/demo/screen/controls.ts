import { boardControls } from './blocks/board'
import { buttonControls } from './blocks/button'
import { chatControls } from './blocks/chat'
import { formControls } from './blocks/form'
import { imageControls } from './blocks/image'
import type { BlockPlace } from './blocks/block-place'
import { tableControls } from './blocks/table'
import type { Control, EventData, LockedControl } from './control'
import type { OpenBlock } from '../format/open-block'
import { isJsonObject } from '~/domain/json'
import { acceptPayload, type Accepted } from './payload'
import { Reader, type ExpressionFailure } from './reader'
import type { ScreenInput } from './shown'
import type { PlannedBlock } from './screen-plan'

export type { Control, EventData, FieldSpec, LockedControl } from './control'

/** `locked` controls are also on screen, but the plan lacks their entitlement. */
export type ControlsNow = { controls: Control[]; locked: LockedControl[]; failures: ExpressionFailure[] }

/** Every usable control on screen, in the order of the screen: neither hidden by `if` nor locked. */
export function offeredControls(run: ScreenInput): Control[] {
  return inspectControls(run).controls
}

/**
 * `send` limits the result to controls that send this event. `bare`: labels, samples and initial values stay
 * empty.
 */
export type Inspection = { send?: string | null; bare?: boolean; at?: number }

/** The same, with the expressions that failed. `at` is in milliseconds since the start. */
export function inspectControls(
  run: ScreenInput,
  { send = null, bare = false, at = run.lastAt }: Inspection = {},
): ControlsNow {
  const reader = new Reader(run, at)
  const looking: Looking = { reader, send, bare, row: null, locked: [] }
  const controls = activeScreens(run).flatMap((id) =>
    blocksOf(run, id, send).flatMap((planned) => controlsOf(planned, id, looking)),
  )
  return { controls, locked: looking.locked, failures: reader.failures }
}

/**
 * The completed data of an event, from the first control on screen that accepts it; null when none does, and
 * `inspectControls` gives the reason. Evaluates no more than needed: of a list only the rows with the id that is
 * sent.
 */
export function acceptOnScreen(
  run: ScreenInput,
  { type, data, at }: { type: string; data: unknown; at: number },
): EventData | null {
  const row = isJsonObject(data) && typeof data.id === 'string' ? data.id : null
  const looking: Looking = { reader: new Reader(run, at), send: type, bare: true, row, locked: [] }
  for (const state of run.states) {
    const screen = run.compiled.states.get(state)?.screen ?? ''
    for (const planned of blocksOf(run, screen, type)) {
      const accepted = acceptByAny(controlsOf(planned, screen, looking), data)
      if (accepted?.ok) return accepted.data
    }
  }
  return null
}

/**
 * The result of the first control that accepts the data; when none does, the refusal of the first. Null when there
 * is no control.
 */
export function acceptByAny(controls: readonly Control[], data: unknown): Accepted | null {
  let first: Accepted | null = null
  for (const control of controls) {
    const accepted = acceptPayload(control.payload, data)
    if (accepted.ok) return accepted
    first ??= accepted
  }
  return first
}

/** Ids of the visible screens: that of each active state, in document order, without duplicates. */
export function activeScreens(run: ScreenInput): string[] {
  const screens = run.states.flatMap((id) => run.compiled.states.get(id)?.screen ?? [])
  return [...new Set(screens)]
}

/** What to collect, and the reader that evaluates expressions. */
type Looking = Pick<BlockPlace, 'reader' | 'send' | 'bare' | 'row' | 'locked'>

const NONE: readonly PlannedBlock[] = []

/** The blocks of a screen whose controls may send the event, or any event when it is null. */
function blocksOf({ compiled }: ScreenInput, screen: string, send: string | null): readonly PlannedBlock[] {
  const plan = compiled.screens.get(screen)
  return (send === null ? plan?.blocks : plan?.senders.get(send)) ?? NONE
}

function controlsOf({ at, block, sends, title }: PlannedBlock, screen: string, looking: Looking): Control[] {
  const { reader, send, bare, row, locked } = looking
  const condition = block.spec.if
  if (sends.size === 0 || (condition !== undefined && !reader.test(condition, `${at}.if`))) return []
  return controlsIn(block, { reader, send, bare, row, locked, screen, at, block: block.kind, title })
}

function controlsIn(block: OpenBlock, place: BlockPlace): Control[] {
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
