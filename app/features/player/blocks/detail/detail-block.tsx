import { useTranslation } from 'react-i18next'
import type { DetailView } from '~/domain/demo/screen/blocks/detail'
import type { LabelledView } from '~/domain/demo/screen/blocks/view-parts'
import { BlockFrame } from '../block-frame'
import { Value } from '../value'
import { FactList } from './fact-list'

/** The first fact with the format `status` is shown beside the title, unless it is the only fact. */
function splitStatus({ title, facts }: DetailView): {
  status: LabelledView | null
  facts: LabelledView[]
} {
  const status = facts.find((fact) => fact.format === 'status' && fact.text !== '')
  if (title === null || !status || facts.length < 2) return { status: null, facts }
  return { status, facts: facts.filter((fact) => fact !== status) }
}

function StatusFact({ fact }: { fact: LabelledView }) {
  return (
    <p>
      <span className="sr-only">{`${fact.label}: `}</span>
      <Value view={fact} />
    </p>
  )
}

/** Facts about one thing, with its status beside the title. */
export function DetailBlock({ block }: { block: DetailView }) {
  const { t } = useTranslation('player')
  const { status, facts } = splitStatus(block)
  return (
    <BlockFrame block={block} aside={status ? <StatusFact fact={status} /> : null}>
      {block.facts.length === 0 ? (
        <p className="text-sm text-muted">{t('detail.empty')}</p>
      ) : (
        <FactList facts={facts} />
      )}
    </BlockFrame>
  )
}
