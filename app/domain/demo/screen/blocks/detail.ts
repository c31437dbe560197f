import type { Presenter } from '../presenter'
import type { DetailBlock } from '../../format/blocks/detail.schema'
import type { BlockViewBase, LabelledView } from './shared'

/** `facts` is empty when there is nothing to speak of. */
export type DetailView = BlockViewBase & { kind: 'detail'; facts: LabelledView[] }

export function detailView(block: DetailBlock, at: string, presenter: Presenter): DetailView {
  const row = block.of === undefined ? undefined : presenter.reader.value(block.of, `${at}.of`)
  const facts = row === null ? [] : presenter.labelled(block.facts, `${at}.facts`, row)
  return { kind: 'detail', ...presenter.base(block, at), facts }
}
