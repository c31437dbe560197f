import { useTranslation } from 'react-i18next'
import type { DetailView } from '~/domain/demo/screen/blocks/detail'
import type { LabelledView } from '~/domain/demo/screen/blocks/shared'
import { BlockFrame } from '../block-frame'
import { Value } from '../value'
import { FactList } from './fact-list'

/** How a record stands belongs beside its title: the first status of a detail that has one, unless it is all there is. */
function splitStanding({ title, facts }: DetailView): {
  standing: LabelledView | null
  facts: LabelledView[]
} {
  const standing = facts.find((fact) => fact.format === 'status' && fact.text !== '')
  if (title === null || !standing || facts.length < 2) return { standing: null, facts }
  return { standing, facts: facts.filter((fact) => fact !== standing) }
}

function Standing({ fact }: { fact: LabelledView }) {
  return (
    <p>
      <span className="sr-only">{`${fact.label}: `}</span>
      <Value view={fact} />
    </p>
  )
}

/** Facts about one thing. Its standing is told beside its title. */
export function DetailBlock({ block }: { block: DetailView }) {
  const { t } = useTranslation('player')
  const { standing, facts } = splitStanding(block)
  return (
    <BlockFrame block={block} aside={standing ? <Standing fact={standing} /> : null}>
      {block.facts.length === 0 ? (
        <p className="text-sm text-muted">{t('detail.empty')}</p>
      ) : (
        <FactList facts={facts} />
      )}
    </BlockFrame>
  )
}
