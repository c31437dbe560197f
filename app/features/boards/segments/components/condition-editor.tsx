import { useTranslation } from 'react-i18next'
import { GOALS } from '~/domain/insight/conversion-terms'
import type { SegmentCondition, SegmentFact } from '~/domain/insight/segment/segment-rule'
import { SEGMENT_FACTS } from '~/domain/insight/segment/segment-rule'
import { SelectInput, TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import type { SegmentWords } from '../segment-views'
import { TraitFieldsRow } from './trait-fields-row'

/** What a condition of each kind begins with. */
const FIRST: { [Fact in SegmentFact]: Extract<SegmentCondition, { fact: Fact }> } = {
  trials: { fact: 'trials', atLeast: 1, like: {} },
  'demos-finished': { fact: 'demos-finished', atLeast: 1 },
  returned: { fact: 'returned' },
  asked: { fact: 'asked' },
  converted: { fact: 'converted' },
  'account-known': { fact: 'account-known' },
  'account-domain': { fact: 'account-domain', is: '' },
  'account-people': { fact: 'account-people', atLeast: 2 },
}

interface ConditionEditorProps {
  condition: SegmentCondition
  words: SegmentWords
  onChange: (condition: SegmentCondition) => void
}

/** One condition: what it is about, and what narrows it. */
export function ConditionEditor({ condition, words, onChange }: ConditionEditorProps) {
  const { t } = useTranslation('segments')
  return (
    <div className="grid min-w-0 flex-1 gap-3">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-[minmax(0,16rem)_minmax(0,10rem)]">
        <Field label={t('form.fact')}>
          {(control) => (
            <SelectInput
              {...control}
              value={condition.fact}
              onChange={(event) => onChange(FIRST[event.target.value as SegmentFact])}
            >
              {SEGMENT_FACTS.map((fact) => (
                <option key={fact} value={fact}>
                  {t(`fact.${fact}`)}
                </option>
              ))}
            </SelectInput>
          )}
        </Field>
        <OwnField condition={condition} onChange={onChange} />
      </div>
      {condition.fact === 'trials' ? (
        <TraitFieldsRow
          like={condition.like}
          words={words}
          onChange={(like) => onChange({ ...condition, like })}
        />
      ) : null}
    </div>
  )
}

function OwnField({ condition, onChange }: Omit<ConditionEditorProps, 'words'>) {
  const { t } = useTranslation('segments')
  if ('atLeast' in condition) {
    return (
      <Field label={t('form.atLeast')}>
        {(control) => (
          <TextInput
            {...control}
            type="number"
            min={1}
            max={10_000}
            required
            value={Number.isNaN(condition.atLeast) ? '' : condition.atLeast}
            onChange={(event) => onChange({ ...condition, atLeast: event.target.valueAsNumber })}
          />
        )}
      </Field>
    )
  }
  if (condition.fact === 'account-domain') {
    return (
      <Field label={t('form.domain')}>
        {(control) => (
          <TextInput
            {...control}
            required
            value={condition.is}
            onChange={(event) => onChange({ ...condition, is: event.target.value })}
          />
        )}
      </Field>
    )
  }
  if (condition.fact !== 'asked' && condition.fact !== 'converted') return null
  const { fact, goal } = condition
  const goalOf = (value: string) => GOALS.find((one) => one === value)
  return (
    <Field label={t('form.goal')}>
      {(control) => (
        <SelectInput
          {...control}
          value={goal ?? ''}
          onChange={(event) => onChange({ fact, goal: goalOf(event.target.value) })}
        >
          <option value="">{t('form.anyGoal')}</option>
          {GOALS.map((one) => (
            <option key={one} value={one}>
              {t(`goal.${one}`)}
            </option>
          ))}
        </SelectInput>
      )}
    </Field>
  )
}
