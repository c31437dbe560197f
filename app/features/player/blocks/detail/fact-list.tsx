import type { LabelledView } from '~/domain/demo/screen/blocks/view-parts'
import { Value } from '../value'

/** Names and values in as many columns as fit. */
export function FactList({ facts }: { facts: LabelledView[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-4 @xs:grid-cols-2 @2xl:grid-cols-3">
      {facts.map((fact) => (
        <div key={fact.label} className="grid content-start gap-0.5">
          <dt className="text-xs text-muted">{fact.label}</dt>
          <dd className="text-sm break-words">
            <Value view={fact} strong={fact.strong} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
