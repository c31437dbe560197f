import { LOCALES, type Text } from '~/domain/text'
import type { Control } from '../control'
import { Presenter } from '../presenter'
import type { ButtonSpec } from '../../format/blocks/button.schema'
import { NO_WORDS, isLocked, pressControl, wants, type BlockPlace } from './block-place'
import type { ActionView, BlockViewBase } from './view-parts'

export type ButtonView = BlockViewBase & { kind: 'button'; action: ActionView }

export function buttonControls(block: ButtonSpec, place: BlockPlace): Control[] {
  if (!wants(place, block.send) || isLocked(block, place.at, place)) return []
  const label = place.bare ? NO_WORDS : filledLabel(block, place)
  return [pressControl('button', { send: block.send, label, with: block.with }, place.at, place)]
}

export function buttonView(block: ButtonSpec, at: string, presenter: Presenter): ButtonView {
  const action = presenter.action(block, at, block.with ?? null)
  return { kind: 'button', ...presenter.base({ tip: block.tip }, at), action }
}

/** The label of the button, in every language in which it is written. */
function filledLabel({ label, values }: ButtonSpec, { reader, at }: BlockPlace): Text {
  if (values === undefined) return label
  const written = LOCALES.filter((locale) => label[locale] !== undefined)
  return Object.fromEntries(
    written.map((locale) => [locale, new Presenter(reader, locale).fill(label, values, at)]),
  )
}
