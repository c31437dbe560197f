import type { FieldSpec } from '~/domain/demo/screen/control'
import type { Scalar } from '~/domain/json'
import type { ReplayMoment } from '~/domain/insight/replay-moments'
import type { Locale, Text } from '~/domain/text'
import { localize } from '~/domain/text'
import type { ReplayStep, StepInput } from './replay-views'

/** A step of a replay, described in `locale`. */
export function replayStep(moment: ReplayMoment, index: number, locale: Locale): ReplayStep {
  const { kind, shown, undone, at, pauseMs, control, event, mark, run } = moment
  const { demo, states } = run.compiled
  const say = (text: Text | undefined, id: string) => (text ? localize(text, locale) : '') || id
  return {
    index,
    ...{ kind, shown, undone },
    at,
    pauseMs,
    label: say(control?.label, event?.type ?? ''),
    control: control?.kind ?? null,
    inputs: inputsOf(moment, locale),
    role: say(demo.roles[run.role]?.name, run.role),
    entered: moment.entered.map((state) => say(states.get(state)?.title, state)),
    mark,
    tasksDone: moment.tasksDone.map((task) => say(demo.tasks[task]?.title, task)),
  }
}

function inputsOf({ control, event }: ReplayMoment, locale: Locale): StepInput[] {
  const data = event?.data ?? {}
  if (control?.payload.kind === 'form') {
    return control.payload.fields
      .filter((field) => field.name in data)
      .map((field) => ({
        label: localize(field.label, locale) || field.name,
        value: valueIn(field, data[field.name] ?? null, locale),
      }))
  }
  if (control?.payload.kind === 'row') {
    const row = control.payload.rows.find((one) => one.id === data.id)
    return row ? [{ label: null, value: localize(row.label, locale) || row.id }] : []
  }
  return []
}

function valueIn(field: FieldSpec, value: Scalar, locale: Locale): Scalar {
  const option = field.options?.find((one) => one.value === value)
  return option ? localize(option.label, locale) || option.value : value
}
