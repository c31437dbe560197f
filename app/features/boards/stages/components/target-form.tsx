import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { effectiveTargets } from '~/domain/insight/stages/stage-targets'
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
export function TargetForm(props: TargetFormProps) {
  const { stage, problem } = props
  const { t } = useTranslation('stages')
  const busy = useNavigation().formData?.get('stage') === stage.stage
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
        <TargetFields {...props} />
        <Button type="submit" name="intent" value={SET_TARGET} tone="primary" size="small" busy={busy}>
          {t('target.save')}
        </Button>
      </Form>
    </details>
  )
}

function TargetFields({ stage, board, period, problem }: TargetFormProps) {
  const { t } = useTranslation('stages')
  const version = stage.history[0]?.version ?? 0
  const shown = { ...shownOf(stage), holdsFrom: period.trend.last, ...problem?.typed }
  const isCount = stage.by === 'count'
  return (
    <>
      <input type="hidden" name="stage" value={stage.stage} />
      <input type="hidden" name="version" value={version} />
      <Field label={t(`target.field.${isCount ? 'count' : 'rate'}`)} hint={t('target.field.hint')}>
        {(control) => (
          <TextInput
            key={version}
            type="number"
            name="target"
            min="0"
            max={isCount ? undefined : 100}
            step="any"
            inputMode="decimal"
            defaultValue={shown.target}
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
            defaultValue={shown.holdsFrom}
            {...control}
          />
        )}
      </Field>
      <SelectField
        label={t('target.field.owner')}
        name="owner"
        value={shown.owner}
        options={[
          { value: '', label: t('target.noOwner') },
          ...board.people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  )
}

/** What holds now, as the fields write it. */
function shownOf({ history, by }: StageView): { target: string; owner: string } {
  const [latest] = effectiveTargets(history)
  const { target = null, ownerId = null } = latest ?? {}
  const written = target === null ? '' : String(by === 'count' ? target : Math.round(target * 1e8) / 1e6)
  return { target: written, owner: ownerId ?? '' }
}
