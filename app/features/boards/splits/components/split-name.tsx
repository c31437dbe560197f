import { useTranslation } from 'react-i18next'
import type { SplitView } from '../split-views'

/** Words for a split: its sides, its state and what is compared. */
export function useSplitWords() {
  const { t } = useTranslation('splits')
  return {
    control: ({ controlNumber }: Pick<SplitView, 'controlNumber'>) =>
      t('revision', { number: controlNumber }),
    variant: ({ variantNumber }: Pick<SplitView, 'variantNumber'>) =>
      variantNumber === null ? t('hidden') : t('revision', { number: variantNumber }),
    document: ({ kind, slug }: Pick<SplitView, 'kind' | 'slug'>) =>
      kind === 'plans' ? t('kind.plans') : `${t(`kind.${kind}`)} · ${slug}`,
    measure: ({ measure, kind }: Pick<SplitView, 'measure' | 'kind'>) =>
      measure === 'finished' && kind === 'demo' ? t('measure.finishedThis') : t(`measure.${measure}`),
  }
}
