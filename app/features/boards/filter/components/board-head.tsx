import type { ReactNode } from 'react'
import type { Elements } from '~/ui/elements'
import { PageHeader } from '~/ui/page-header'
import type { Before, BoardPage } from '../../figures/board-views'
import type { FilterBarProps } from './filter-bar'
import { FilterBar } from './filter-bar'
import { PeriodLine } from './period-line'

interface BoardHeadProps extends Omit<FilterBarProps, keyof BoardPage> {
  title: ReactNode
  eyebrow?: ReactNode
  actions?: ReactNode
  board: BoardPage & { before?: Before | null }
  /** What follows the filter. */
  children?: Elements
}

/** The head of every board: its title, the period and moment of its figures, and the filter. */
export function BoardHead({ title, eyebrow, actions, board, children, ...filter }: BoardHeadProps) {
  const { query, leftOut, choices, period, before } = board
  return (
    <div className="grid gap-5">
      <PageHeader
        title={title}
        eyebrow={eyebrow}
        lead={<PeriodLine period={period} before={before ?? null} format={filter.format} />}
        actions={actions}
      />
      <FilterBar query={query} leftOut={leftOut} choices={choices} period={period} {...filter} />
      {children}
    </div>
  )
}
