import type { ComponentType } from 'react'
import type { ButtonView } from '~/domain/demo/blocks/button'
import type { BlockView } from '~/domain/demo/view'
import { BoardBlock } from './blocks/board/board-block'
import { ButtonRow } from './blocks/button/button-row'
import { ChartBlock } from './blocks/chart/chart-block'
import { ChatBlock } from './blocks/chat/chat-block'
import { DetailBlock } from './blocks/detail/detail-block'
import { DocumentBlock } from './blocks/document/document-block'
import { FormBlock } from './blocks/form/form-block'
import { ImageBlock } from './blocks/image/image-block'
import { MetricsBlock } from './blocks/metrics/metrics-block'
import { NoticeBlock } from './blocks/notice/notice-block'
import { TableBlock } from './blocks/table/table-block'
import { TimelineBlock } from './blocks/timeline/timeline-block'

type Kinds = { [Kind in BlockView['kind']]: ComponentType<{ block: Extract<BlockView, { kind: Kind }> }> }

/** One component a kind. A new kind is one folder in `blocks/` and one line here. */
const BLOCKS: Kinds = {
  table: TableBlock,
  form: FormBlock,
  detail: DetailBlock,
  metrics: MetricsBlock,
  chart: ChartBlock,
  board: BoardBlock,
  document: DocumentBlock,
  timeline: TimelineBlock,
  chat: ChatBlock,
  notice: NoticeBlock,
  button: ({ block }: { block: ButtonView }) => <ButtonRow blocks={[block]} />,
  image: ImageBlock,
}

/** Draws one block by its kind. */
export function Block({ block }: { block: BlockView }) {
  // The map pairs every kind with its own view, which TypeScript cannot see through an index.
  const Component = BLOCKS[block.kind] as ComponentType<{ block: BlockView }>
  return <Component block={block} />
}
