import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { ComparisonView, ComparisonRow } from '../comparison-view'
import { EmptyStep, StepCell } from './step-cell'

interface CompareRowsProps {
  view: ComparisonView
  pictureOf: (row: number) => ReactNode
}

/** All steps of both plans in order, matching ones in one row; stacked on a phone. */
export function CompareRows({ view, pictureOf }: CompareRowsProps) {
  const { left, right, rows } = view
  return (
    <div className="grid">
      <div
        aria-hidden="true"
        className="sticky top-0 z-10 hidden grid-cols-2 gap-x-10 border-b border-line-strong bg-canvas py-2.5 font-semibold md:grid"
      >
        <span>{left.name}</span>
        <span>{right.name}</span>
      </div>
      <ol className="grid">
        {rows.map((row, index) => (
          <Row key={index} row={row} view={view} picture={pictureOf(index)} />
        ))}
      </ol>
    </div>
  )
}

const isShared = ({ left, right }: ComparisonRow) =>
  left !== null && right !== null && left.act === right.act && left.place === right.place

interface RowProps {
  row: ComparisonRow
  view: ComparisonView
  picture: ReactNode
}

function Row({ row, view, picture }: RowProps) {
  const { t } = useTranslation('compare')
  const { left, right } = view
  const shared = isShared(row)
  const sought = view.needs !== null && row.anchors.includes(view.needs.name)
  return (
    <li
      className={classNames(
        'relative grid scroll-mt-16 gap-x-10 gap-y-3 border-b border-line py-4 md:grid-cols-2',
        sought && 'rounded-lg bg-accent-soft px-4 md:-mx-4',
      )}
    >
      {row.anchors.map((name) => (
        <span key={name} id={`can-${name}`} className="absolute top-0 scroll-mt-16" />
      ))}
      {row.left ? (
        <StepCell
          step={row.left}
          plan={shared ? t('steps.both') : left.name}
          planId="left"
          only={row.right ? null : left.name}
          picture={row.right ? null : picture}
        />
      ) : (
        <EmptyStep empty={row.empty} plan={left.name} />
      )}
      {row.right ? (
        shared ? (
          <SharedStep step={row.right} plan={right.name} />
        ) : (
          <StepCell
            step={row.right}
            plan={right.name}
            planId="right"
            only={row.left ? null : right.name}
            picture={row.left ? null : picture}
          />
        )
      ) : (
        <EmptyStep empty={row.empty} plan={right.name} />
      )}
    </li>
  )
}

/** An identical step on the other plan: only its number, so that differences stand out. */
function SharedStep({ step, plan }: { step: NonNullable<ComparisonRow['right']>; plan: string }) {
  const { t } = useTranslation('compare')
  return (
    <p className="hidden items-baseline gap-3 text-sm text-faint md:flex">
      <span className="w-6 shrink-0 text-right tabular-nums" aria-hidden="true">
        {step.number}
      </span>
      <span>
        <span className="sr-only">{`${t('steps.on', { plan })}: `}</span>
        <span>{t('steps.same')}</span>
      </span>
    </p>
  )
}
