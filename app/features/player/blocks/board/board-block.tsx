import { useTranslation } from 'react-i18next'
import type { BoardColumnView, BoardView, CardView } from '~/domain/demo/screen/blocks/board'
import type { Tone } from '~/domain/demo/format/schema-values'
import { classNames } from '~/ui/class-names'
import { ScrollRegion } from '~/ui/scroll-region'
import { pointsAt } from '../../stage/points-at'
import { BlockFrame } from '../block-frame'
import { ProductButton } from '../../stage/components/product-button'
import { useScreen } from '../../stage/components/screen-context'
import { Value } from '../value'
import { PickButton } from '../pick-button'

const BAR: Record<Tone, string> = {
  neutral: 'bg-line-strong',
  info: 'bg-accent',
  success: 'bg-good',
  warning: 'bg-warn',
  danger: 'bg-bad',
}

/** A board: cards in columns. */
export function BoardBlock({ block }: { block: BoardView }) {
  const { t } = useTranslation('player')
  return (
    <BlockFrame block={block} flush>
      <ScrollRegion
        label={block.title ?? t('board.label')}
        className="grid auto-cols-[minmax(13rem,1fr)] grid-flow-col gap-3 bg-canvas p-3"
      >
        {block.columns.map((column) => (
          <BoardColumn key={column.id} column={column} />
        ))}
      </ScrollRegion>
    </BlockFrame>
  )
}

function BoardColumn({ column }: { column: BoardColumnView }) {
  const { t } = useTranslation('player')
  return (
    <section aria-label={column.label} className="grid content-start gap-2">
      <h4 className="flex items-center gap-2 px-1 text-xs font-semibold">
        <span className={classNames('h-3 w-1 rounded-full', BAR[column.tone])} aria-hidden="true" />
        <span>{column.label}</span>
        <span className="font-normal text-faint tabular-nums">{column.cards.length}</span>
      </h4>
      {column.cards.length === 0 ? (
        <p className="rounded-md border border-dashed border-line-strong px-3 py-4 text-center text-xs text-muted">
          {t('board.empty')}
        </p>
      ) : (
        <ul className="grid content-start gap-2">
          {column.cards.map((card, index) => (
            <BoardCard key={card.id ?? index} card={card} />
          ))}
        </ul>
      )}
    </section>
  )
}

function BoardCard({ card }: { card: CardView }) {
  const { pointer } = useScreen()
  const pointed = card.pick !== null && pointsAt(pointer, card.pick)
  return (
    <li
      data-pointed={pointed || undefined}
      className={classNames(
        'product-panel relative grid gap-1 rounded-md bg-surface p-3 text-sm ring-1 ring-line',
        card.pick && 'hover:ring-line-strong',
        pointed && 'hint-ring',
      )}
    >
      <p className="font-medium">
        {card.pick ? <PickButton action={card.pick} view={card.title} /> : <Value view={card.title} />}
      </p>
      {card.lines.map((line, index) => (
        <p key={index} className="text-xs text-muted">
          <Value view={line} />
        </p>
      ))}
      {card.actions.length > 0 ? (
        <div className="mt-1 flex flex-wrap gap-1.5">
          {card.actions.map((action) => (
            <ProductButton key={action.id} action={action} size="small" />
          ))}
        </div>
      ) : null}
    </li>
  )
}
