import { useTranslation } from 'react-i18next'
import type { DetailView } from '~/domain/demo/blocks/detail'
import { BlockFrame } from '../../block-frame'
import { FactList } from './fact-list'

/** Facts about one thing. */
export function DetailBlock({ block }: { block: DetailView }) {
  const { t } = useTranslation('player')
  return (
    <BlockFrame block={block}>
      {block.facts.length === 0 ? (
        <p className="text-sm text-muted">{t('detail.empty')}</p>
      ) : (
        <FactList facts={block.facts} />
      )}
    </BlockFrame>
  )
}
