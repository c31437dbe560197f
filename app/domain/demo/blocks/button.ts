import type { Control } from '../control'
import type { Presenter } from '../presenter'
import type { ButtonBlock } from './button.schema'
import { isLocked, pressControl, type Place } from './place'
import type { ActionView, BlockViewBase } from './shared'

export type ButtonView = BlockViewBase & { kind: 'button'; action: ActionView }

export function buttonControls(block: ButtonBlock, place: Place): Control[] {
  if (!place.wants(block.send) || isLocked(block, place.at, place)) return []
  return [pressControl('button', block, place.at, place)]
}

export function buttonView(block: ButtonBlock, at: string, presenter: Presenter): ButtonView {
  const action = presenter.action(block, at, block.with ?? null)
  return { kind: 'button', ...presenter.base({ tip: block.tip }, at), action }
}
