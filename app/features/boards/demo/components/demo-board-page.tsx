import { paths } from '~/paths'
import type { Elements } from '~/ui/elements'
import { useBoardFormat } from '../../figures/board-format'
import { boardParams, isNarrowed } from '../../filter/board-query'
import type { DemoBoard } from '../../figures/board-views'
import { DemoFigures } from './demo-figures'
import { DownloadPanel } from '../../files/components/download-panel'
import { DemoHead } from './demo-head'
import { DemoSections } from './demo-sections'
import { NoDemoTrials } from './no-demo-trials'

const TABLES = [
  ...['figures', 'trend', 'tasks', 'dropOff', 'hesitation', 'edges', 'paths', 'ideals', 'stars', 'durations'],
  ...['scores', 'conversion', 'curve', 'comments'],
]

/** The board of one demo. */
export function DemoBoardPage({ board, simulatedAction }: { board: DemoBoard; simulatedAction: Elements }) {
  const { demo, query, period } = board
  const format = useBoardFormat(period.timeZone)
  return (
    <div className="grid gap-12">
      <DemoHead
        board={board}
        page="board"
        live={{ demo: demo.slug }}
        format={format}
        actions={
          <DownloadPanel board="demo" tables={TABLES} query={{ slug: demo.slug, ...boardParams(query) }} />
        }
        simulatedAction={simulatedAction}
      />
      {board.measures.counts.started === 0 ? (
        <NoDemoTrials
          narrowed={isNarrowed(query)}
          hrefOf={(rest) => paths.demoBoard(demo.slug, rest)}
          demo={paths.demo(demo.slug)}
        />
      ) : (
        <DemoFigures board={board} format={format} />
      )}
      <DemoSections board={board} format={format} />
    </div>
  )
}
