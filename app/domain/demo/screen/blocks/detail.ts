import type { Presenter } from '../presenter'
import type { DetailSpec } from '../../format/blocks/detail.schema'
import type { BlockViewBase, LabelledView } from './view-parts'

/** `facts` is empty when `of` gives no object. */
export type DetailView = BlockViewBase & { kind: 'detail'; facts: LabelledView[] }

export function detailView(block: DetailSpec, at: string, presenter: Presenter): DetailView {
  const row = block.of === undefined ? undefined : presenter.reader.value(block.of, `${at}.of`)
  const facts = row === null ? [] : presenter.labelled(block.facts, `${at}.facts`, row)
  return { kind: 'detail', ...presenter.base(block, at), facts }
}
