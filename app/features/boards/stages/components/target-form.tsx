import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { SelectField } from '~/ui/select-field'
import type { TargetProblem } from '../../targets/target-problem'
import { SET_TARGET } from '../../targets/target-schema'
import type { StageView } from '../stage-views'
import type { StageProps } from './stage-props'

type TargetFormProps = StageProps & { stage: StageView; problem: TargetProblem | null }

/** Sets the target and owner of a stage from a day on. What was typed stays when it is refused. */
export function TargetForm({ stage, board, period, problem }: TargetFormProps) {
  const { t } = useTranslation('stages')
  const busy = useNavigation().formData?.get('stage') === stage.stage
  const { version = 0, target = null, ownerId = null } = stage.history[0] ?? {}
  const { typed } = problem ?? {}
  const shown = target === null ? '' : String(stage.by === 'count' ? target : round(target * 100))
  return (
    <details open={problem !== null || undefined} className="group">
      <summary className="w-fit rounded text-xs text-muted underline decoration-line-strong underline-offset-4 hover:text-ink pointer-coarse:min-h-11">
        {t('target.change')}
      </summary>
      <Form method="post" preventScrollReset className="mt-2 grid gap-3 rounded-xl bg-sunken p-3">
        {problem ? (
          <Notice tone="bad" title={t(`problem.${problem.code}.title`)}>
            {t(`problem.${problem.code}.text`)}
          </Notice>
        ) : null}
        <input type="hidden" name="stage" value={stage.stage} />
        <input type="hidden" name="version" value={version} />
        <Field
          label={t(stage.by === 'count' ? 'target.field.count' : 'target.field.rate')}
          hint={t('target.field.hint')}
        >
          {(control) => (
            <TextInput
              key={version}
              type="number"
              name="target"
              min="0"
              max={stage.by === 'count' ? undefined : 100}
              step="any"
              inputMode="decimal"
              defaultValue={typed?.target ?? shown}
              {...control}
            />
          )}
        </Field>
        <Field label={t('target.field.from')}>
          {(control) => (
            <TextInput
              key={version}
              type="date"
              name="holdsFrom"
              required
              min="2000-01-01"
              max="2099-12-31"
              defaultValue={typed?.holdsFrom ?? period.trend.last}
              {...control}
            />
          )}
        </Field>
        <SelectField
          label={t('target.field.owner')}
          name="owner"
          value={typed?.owner ?? ownerId ?? ''}
          options={[
            { value: '', label: t('target.noOwner') },
            ...board.people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Button type="submit" name="intent" value={SET_TARGET} tone="primary" size="small" busy={busy}>
          {t('target.save')}
        </Button>
      </Form>
    </details>
  )
}

const round = (percent: number): number => Math.round(percent * 1e6) / 1e6
