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

/** Draws one block by its kind. A new kind is one folder in `blocks/` and one line here. */
export function Block({ block }: { block: BlockView }) {
  switch (block.kind) {
    case 'table':
      return <TableBlock block={block} />
    case 'form':
      return <FormBlock block={block} />
    case 'detail':
      return <DetailBlock block={block} />
    case 'metrics':
      return <MetricsBlock block={block} />
    case 'chart':
      return <ChartBlock block={block} />
    case 'board':
      return <BoardBlock block={block} />
    case 'document':
      return <DocumentBlock block={block} />
    case 'timeline':
      return <TimelineBlock block={block} />
    case 'chat':
      return <ChatBlock block={block} />
    case 'notice':
      return <NoticeBlock block={block} />
    case 'button':
      return <ButtonRow blocks={[block]} />
    case 'image':
      return <ImageBlock block={block} />
  }
}
