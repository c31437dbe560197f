import type { DocumentView, PartyView } from '~/domain/demo/screen/blocks/document'
import type { LabelledView } from '~/domain/demo/screen/blocks/view-parts'
import type { Tone } from '~/domain/demo/format/schema-values'
import { classNames } from '~/ui/class-names'
import { RefusalNote } from '../../stage/components/refusal-note'
import { TONE_TEXT, Value } from '../value'
import { FactList } from '../detail/fact-list'
import { DocumentLines } from './document-lines'

/** A business document: an invoice, a contract, a delivery note. */
export function DocumentBlock({ block }: { block: DocumentView }) {
  return (
    <div data-block={block.id} className="@container">
      <RefusalNote block={block.id} />
      <article
        aria-label={block.heading}
        className="product-panel mx-auto grid max-w-3xl gap-7 rounded-sm bg-surface px-5 py-6 ring-1 ring-line @lg:px-10 @lg:py-9"
      >
        <header className="flex flex-wrap items-start justify-between gap-4">
          <div className="grid gap-0.5">
            <h3 className="text-xl font-semibold tracking-tight">{block.heading}</h3>
            {block.number ? (
              <p className="text-sm text-muted">
                <Value view={block.number} />
              </p>
            ) : null}
          </div>
          {block.stamp ? <Stamp text={block.stamp.text} tone={block.stamp.tone} /> : null}
        </header>
        {block.parties.length > 0 ? <Parties parties={block.parties} /> : null}
        {block.facts.length > 0 ? <FactList facts={block.facts} /> : null}
        {block.lines ? <DocumentLines lines={block.lines} label={block.heading} /> : null}
        {block.totals.length > 0 ? <Totals totals={block.totals} /> : null}
        {block.paragraphs.map((paragraph, index) => (
          <p key={index} className="max-w-prose text-sm leading-relaxed">
            <Value view={paragraph} />
          </p>
        ))}
      </article>
    </div>
  )
}

function Stamp({ text, tone }: { text: string; tone: Tone }) {
  return (
    <p
      className={classNames(
        '-rotate-3 rounded border-2 border-current px-3 py-1 text-sm font-bold tracking-widest uppercase',
        TONE_TEXT[tone],
      )}
    >
      {text}
    </p>
  )
}

function Parties({ parties }: { parties: PartyView[] }) {
  return (
    <div className="grid gap-6 @sm:grid-cols-2 @2xl:auto-cols-fr @2xl:grid-flow-col">
      {parties.map((party) => (
        <div key={party.label} className="grid content-start gap-0.5 text-sm">
          <p className="text-xs text-muted">{party.label}</p>
          {party.lines.map((line, index) => (
            <p key={index} className={classNames(index === 0 && 'font-medium')}>
              <Value view={line} />
            </p>
          ))}
        </div>
      ))}
    </div>
  )
}

function Totals({ totals }: { totals: LabelledView[] }) {
  return (
    <dl className="ml-auto grid w-full max-w-72 gap-1.5 text-sm">
      {totals.map((total) => (
        <div
          key={total.label}
          className={classNames(
            'flex justify-between gap-6',
            total.strong && 'border-t border-line-strong pt-2 text-base font-semibold',
          )}
        >
          <dt className={total.strong ? '' : 'text-muted'}>{total.label}</dt>
          <dd>
            <Value view={total} strong={total.strong} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
