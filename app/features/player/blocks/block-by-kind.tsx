import type { ComponentType } from 'react'
import type { ButtonView } from '~/domain/demo/screen/blocks/button'
import type { BlockView } from '~/domain/demo/screen/view'
import { BoardBlock } from './board/board-block'
import { ButtonRow } from './button/button-row'
import { ChartBlock } from './chart/chart-block'
import { ChatBlock } from './chat/chat-block'
import { DetailBlock } from './detail/detail-block'
import { DocumentBlock } from './document/document-block'
import { FormBlock } from './form/form-block'
import { ImageBlock } from './image/image-block'
import { MetricsBlock } from './metrics/metrics-block'
import { NoticeBlock } from './notice/notice-block'
import { TableBlock } from './table/table-block'
import { TimelineBlock } from './timeline/timeline-block'

type Kinds = { [Kind in BlockView['kind']]: ComponentType<{ block: Extract<BlockView, { kind: Kind }> }> }

/** One component per kind. A new kind needs a folder in `blocks/` and a line here. */
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
export function BlockByKind({ block }: { block: BlockView }) {
  // The map pairs every kind with its view, which TypeScript cannot infer from an index.
  const Component = BLOCKS[block.kind] as ComponentType<{ block: BlockView }>
  return <Component block={block} />
}
