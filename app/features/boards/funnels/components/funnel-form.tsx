import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/select-field'
import { LinkButton } from '~/ui/link-button'
import { boardParams } from '../../filter/board-query'
import { FUNNEL_ORDERS, FUNNEL_UNITS } from '~/domain/insight/funnel/funnel-query'
import { GROUPS, MOST_EXCLUSIONS, MOST_STEPS, WINDOW_NAMES } from '../funnel-fields'
import { EXCLUSION_NAMES, STEP_NAMES } from '../funnel-params'
import type { FunnelBoard } from '../funnel-views'
import { RuleFields } from './rule-fields'

/** Chooses the steps. A plain form: its answer has one more step to choose, and the choices of each. */
export function FunnelForm({ board }: { board: FunnelBoard }) {
  const { t } = useTranslation('funnels')
  const { query, rules } = board
  const { unit: _unit, goal: _goal, asOf: _asOf, ...filter } = boardParams(query)
  const kept = { ...filter, saved: query.saved, seen: query.seen?.toString() }
  const steps = [...rules.steps, undefined].slice(0, MOST_STEPS)
  const exclusions = [...rules.exclusions, undefined].slice(0, MOST_EXCLUSIONS)
  return (
    <Form
      method="get"
      action={paths.funnels()}
      preventScrollReset
      className="grid gap-5 rounded-xl bg-sunken p-4 print:hidden"
    >
      {Object.entries(kept).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <ol className="grid gap-4">
        {steps.map((rule, index) => (
          <RuleFields
            key={`${index} ${JSON.stringify(rule)}`}
            name={STEP_NAMES[index] ?? ''}
            label={rule ? t('form.step', { number: index + 1 }) : t('form.nextStep')}
            rule={rule}
            board={board}
          />
        ))}
        {exclusions.map((rule, index) => (
          <RuleFields
            key={`not ${index} ${JSON.stringify(rule)}`}
            name={EXCLUSION_NAMES[index] ?? ''}
            label={t('form.exclusion')}
            rule={rule}
            board={board}
          />
        ))}
      </ol>
      <FunnelTerms board={board} />
      <div className="flex gap-2">
        <Button type="submit" tone="primary" size="small">
          {t('form.show')}
        </Button>
        <LinkButton to={paths.funnels()} tone="quiet" size="small">
          {t('form.reset')}
        </LinkButton>
      </div>
    </Form>
  )
}

function FunnelTerms({ board: { query, rules } }: { board: FunnelBoard }) {
  const { t } = useTranslation('funnels')
  const choose = (name: 'per' | 'order' | 'window', values: readonly string[], value: string) => (
    <TermSelect
      name={name}
      value={value}
      options={values.map((one) => ({ value: one, label: t(`${name}.${one}`) }))}
    />
  )
  const ats = rules.steps.map((_, index) => ({
    value: String(index + 1),
    label: t('form.step', { number: index + 1 }),
  }))
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-4 md:grid-cols-5">
      {choose('per', FUNNEL_UNITS, query.per ?? 'visitor')}
      {choose('order', FUNNEL_ORDERS, query.order ?? 'ordered')}
      {choose('window', WINDOW_NAMES, query.window ?? '30d')}
      <TermSelect
        name="group"
        value={query.group ?? ''}
        options={[
          { value: '', label: t('form.noGroup') },
          ...GROUPS.map((one) => ({ value: one, label: t(`field.${one}`) })),
        ]}
      />
      <TermSelect
        name="groupAt"
        value={query.groupAt?.toString() ?? ''}
        options={[{ value: '', label: t('form.firstTouch') }, ...ats]}
      />
    </div>
  )
}

interface TermSelectProps {
  name: 'per' | 'order' | 'window' | 'group' | 'groupAt'
  value: string
  options: { value: string; label: string }[]
}

function TermSelect({ name, value, options }: TermSelectProps) {
  const { t } = useTranslation('funnels')
  return <SelectField label={t(`term.${name}`)} name={name} value={value} options={options} />
}
