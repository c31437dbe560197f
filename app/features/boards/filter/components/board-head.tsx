import type { ReactNode } from 'react'
import { paths } from '~/paths'
import type { Elements } from '~/ui/elements'
import { PageHeader } from '~/ui/page-header'
import type { Before, BoardPage } from '../../figures/board-views'
import type { FilterBarProps } from './filter-bar'
import { LiveStrip } from '../../live/components/live-strip'
import { boardParams } from '../board-query'
import { FilterBar } from './filter-bar'
import { SimulatedNote } from './simulated-note'
import { PeriodLine } from './period-line'

interface BoardHeadProps extends Omit<FilterBarProps, keyof BoardPage> {
  title: ReactNode
  eyebrow?: ReactNode
  actions?: ReactNode
  board: BoardPage & { before?: Before | null }
  /** Offers new trials as they come: those that this demo, set and search would list. */
  live?: Record<string, string | undefined>
  /** What may be done about simulated trials. */
  simulatedAction?: Elements
  /** What follows the filter. */
  children?: Elements
}

/** The head of every board: its title, the period and moment of its figures, and the filter. */
export function BoardHead(props: BoardHeadProps) {
  const { title, eyebrow, actions, board, live, simulatedAction, children, ...filter } = props
  const { query, leftOut, choices, period, before } = board
  return (
    <div className="grid gap-5 print:gap-2">
      <PageHeader
        title={title}
        eyebrow={eyebrow}
        lead={<PeriodLine period={period} before={before ?? null} format={filter.format} />}
        actions={actions}
      />
      <FilterBar query={query} leftOut={leftOut} choices={choices} period={period} {...filter} />
      <SimulatedNote
        query={query}
        count={choices.simulated}
        hrefOf={filter.hrefOf}
        kept={filter.kept ?? {}}
        action={simulatedAction ?? null}
      />
      {children}
      {live ? <LiveStrip href={streamOf(board, live)} /> : null}
    </div>
  )
}

/** No new trial can belong to a period that is over. */
function streamOf({ query, period }: BoardPage, own: Record<string, string | undefined>): string | null {
  return period.isOpen ? paths.liveTrials({ ...own, ...boardParams(query) }) : null
}
