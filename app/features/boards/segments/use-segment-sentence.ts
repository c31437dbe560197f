import { useTranslation } from 'react-i18next'
import type { SegmentCondition, SegmentRule, TrialTraits } from '~/domain/insight/segment/segment-rule'
import { isGroup } from '~/domain/insight/segment/segment-rule'
import type { SegmentWords } from './segment-views'
import { TRAITS } from './trait-fields'
import { useTraitOptions } from './use-trait-options'

/** Says a rule as one sentence. */
export function useSegmentSentence(words: SegmentWords): (rule: SegmentRule) => string {
  const { t, i18n } = useTranslation('segments')
  const optionsOf = useTraitOptions(words)
  const list = (texts: string[], type: 'conjunction' | 'disjunction') =>
    new Intl.ListFormat(i18n.language, { type }).format(texts)
  const traitsOf = (like: TrialTraits) =>
    TRAITS.flatMap((trait) => {
      const value = like[trait]
      if (value === undefined) return []
      const label = optionsOf(trait, like).find((one) => one.value === value)?.label ?? String(value)
      return [t('sentence.trait', { trait: t(`trait.${trait}`), value: label })]
    })
  const conditionText = (condition: SegmentCondition): string => {
    switch (condition.fact) {
      case 'trials': {
        const what = t('sentence.trials', { count: condition.atLeast })
        const traits = traitsOf(condition.like)
        return traits.length === 0
          ? what
          : t('sentence.like', { what, traits: traits.join(t('sentence.mark')) })
      }
      case 'demos-finished':
        return t('sentence.demos-finished', { count: condition.atLeast })
      case 'account-people':
        return t('sentence.account-people', { count: condition.atLeast })
      case 'account-domain':
        return t('sentence.account-domain', { domain: condition.is })
      case 'asked':
      case 'converted':
        return condition.goal === undefined
          ? t(`sentence.${condition.fact}`)
          : t(`sentence.${condition.fact}Goal`, { goal: t(`goal.${condition.goal}`) })
      default:
        return t(`sentence.${condition.fact}`)
    }
  }
  const inner = (rule: SegmentRule): string => {
    if (!isGroup(rule)) return conditionText(rule)
    const texts = rule.rules.map((one) =>
      isGroup(one) && one.match !== 'none' && one.rules.length > 1 ? `(${inner(one)})` : inner(one),
    )
    if (texts.length === 0) return t('sentence.nothing')
    if (rule.match === 'none') return t('sentence.none', { list: list(texts, 'disjunction') })
    return list(texts, rule.match === 'all' ? 'conjunction' : 'disjunction')
  }
  return (rule) => t('sentence.whole', { rule: inner(rule) })
}
