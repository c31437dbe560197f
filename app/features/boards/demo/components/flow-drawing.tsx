import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardFormat } from '../../figures/board-format'
import type { FlowChart } from '../flow-chart'
import { dashesOf, idealStyles } from '../ideal-style'
import { FlowLegend } from './flow-legend'
import { FlowNodeBox } from './flow-node-box'
import { FlowStep } from './flow-step'

export interface FlowLinks {
  entered: (state: string) => string
  edge: (from: string, to: string) => string
}

/**
 * The demo's own chart with what trials did on it: wider steps were taken by more, redder states lost more, the ideal
 * path of each plan is in the accent colour. A table below it says the same.
 */
export function FlowDrawing({
  chart,
  planNames,
  started,
  links,
  format,
}: {
  chart: FlowChart
  planNames: Record<string, string>
  started: number
  links: FlowLinks
  format: BoardFormat
}) {
  const { t } = useTranslation('boards')
  const id = useId().replaceAll(':', '')
  const label = t('flow.title')
  const titles = new Map(chart.nodes.map((node) => [node.id, node.title]))
  const styles = idealStyles(chart)
  return (
    <figure className="grid min-w-0 gap-3">
      <FlowLegend styles={styles} planNames={planNames} />
      {/* A scrolling region must take focus, or the keyboard cannot scroll it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto">
        <svg
          role="group"
          aria-label={label}
          width={chart.width}
          height={chart.height}
          viewBox={`0 0 ${chart.width} ${chart.height}`}
          className="mx-auto block max-w-none"
        >
          <FlowMarkers id={id} />
          {chart.edges.map((edge) => (
            <FlowStep
              key={`${edge.from}>${edge.to}`}
              edge={edge}
              name={`${titles.get(edge.from) ?? edge.from} → ${titles.get(edge.to) ?? edge.to}`}
              dashes={dashesOf(styles, edge.ideal)}
              started={started}
              to={links.edge(edge.from, edge.to)}
              markerId={`${id}-${edge.ideal.length > 0 ? 'ideal' : 'other'}`}
              format={format}
            />
          ))}
          {chart.nodes.map((node) => (
            <FlowNodeBox
              key={node.id}
              node={node}
              dashes={dashesOf(styles, node.ideal)}
              to={links.entered(node.id)}
              format={format}
            />
          ))}
        </svg>
      </div>
    </figure>
  )
}

function FlowMarkers({ id }: { id: string }) {
  const marks = [
    { name: 'ideal', fill: 'fill-accent' },
    { name: 'other', fill: 'fill-faint' },
  ]
  return (
    <defs>
      {marks.map(({ name, fill }) => (
        <marker
          key={name}
          id={`${id}-${name}`}
          viewBox="0 0 10 10"
          refX="8"
          refY="5"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M0 0 10 5 0 10Z" className={fill} />
        </marker>
      ))}
    </defs>
  )
}
