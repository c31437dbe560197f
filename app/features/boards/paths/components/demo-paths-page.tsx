import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { DemoHead } from '../../demo/components/demo-head'
import { NoDemoTrials } from '../../demo/components/no-demo-trials'
import { DownloadPanel } from '../../files/components/download-panel'
import { useBoardFormat } from '../../figures/board-format'
import { BoardSection } from '../../figures/components/board-section'
import { boardParams, isNarrowed } from '../../filter/board-query'
import { drawnParams } from '../paths-query'
import type { PathsBoard } from '../paths-view'
import { PathTable } from './path-table'
import type { PathsProps } from './paths-props'
import { SankeyControls } from './sankey-controls'
import { SankeyFigure } from './sankey-figure'
import { StateTable } from './state-table'
import { StepTable } from './step-table'

/** Which ways the trials of a demo went. */
export function DemoPathsPage({ board }: { board: PathsBoard }) {
  const { demo, query, period } = board
  const format = useBoardFormat(period.timeZone)
  return (
    <div className="grid gap-12">
      <DemoHead
        board={board}
        page="paths"
        format={format}
        kept={drawnParams(query)}
        actions={
          <DownloadPanel
            board="paths"
            tables={['paths', 'states', 'steps', 'ideals']}
            query={{ slug: demo.slug, ...drawnParams(query), ...boardParams(query) }}
          />
        }
      />
      {board.started === 0 ? (
        <NoDemoTrials
          narrowed={isNarrowed(query)}
          hrefOf={(rest) => paths.demoPaths(demo.slug, rest)}
          demo={paths.demo(demo.slug)}
        />
      ) : (
        <Sections board={board} format={format} />
      )}
    </div>
  )
}

function Sections({ board, format }: PathsProps) {
  const { t } = useTranslation('paths')
  return (
    <>
      <BoardSection title={t('diagram.title')} definition={t(`diagram.definition.${board.query.of}`)}>
        <SankeyControls board={board} />
        <SankeyFigure board={board} format={format} />
      </BoardSection>
      <BoardSection title={t('whole.title')} definition={t('whole.definition')}>
        <PathTable board={board} format={format} />
      </BoardSection>
      <BoardSection title={t('states.title')} definition={t('states.definition')}>
        <div className="max-w-3xl">
          <StateTable board={board} format={format} />
        </div>
      </BoardSection>
      <BoardSection title={t('steps.title')} definition={t('steps.definition')}>
        <StepTable board={board} format={format} />
      </BoardSection>
    </>
  )
}
