import type { Presenter } from '../presenter'
import type { Tone } from '../../format/schema-values'
import type { NoticeSpec } from '../../format/blocks/notice.schema'
import type { BlockViewBase } from './view-parts'

export type NoticeView = BlockViewBase & { kind: 'notice'; tone: Tone; text: string; feature: string | null }

export function noticeView(block: NoticeSpec, at: string, presenter: Presenter): NoticeView {
  return {
    kind: 'notice',
    ...presenter.base(block, at),
    tone: block.tone ?? 'info',
    text: presenter.fill(block.text, block.values, at),
    feature: block.feature ?? null,
  }
}
