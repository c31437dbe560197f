import { useTranslation } from 'react-i18next'
import type { SavedBody } from '~/domain/insight/saved-query'
import type { ChosenRules, FunnelParams } from './funnel-params'
import { funnelParamsSchema, readRules } from './funnel-params'
import type { FunnelWords } from './funnel-views'
import { useStepName } from './use-step-name'

/** Says a funnel as a sentence: who is counted, by which steps, in which order and time. */
export function useFunnelSentence(words: FunnelWords): (query: FunnelParams, rules: ChosenRules) => string {
  const { t, i18n } = useTranslation('funnels')
  const nameOf = useStepName(words)
  return ({ per = 'visitor', order = 'ordered', window = '30d' }, { steps, exclusions }) => {
    const text = t('sentence.whole', {
      unit: t(`unit.${per}`),
      steps: steps.map(nameOf).join(order === 'unordered' ? ' + ' : ' → '),
      order: t(`order.${order}`),
      window: t(`window.${window}`),
    })
    if (exclusions.length === 0) return text
    const events = new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(exclusions.map(nameOf))
    return t('sentence.not', { text, events })
  }
}

/** Says a saved funnel as a sentence. */
export function useSavedFunnelSentence(words: FunnelWords): (body: SavedBody) => string {
  const sentence = useFunnelSentence(words)
  return (body) => sentence(funnelParamsSchema.parse(body), readRules(body as Record<string, unknown>))
}
