import { useTranslation } from 'react-i18next'
import type { StepInput } from '../replay-views'

/** The inputs of a step, in one line. */
export function StepInputs({ inputs }: { inputs: readonly StepInput[] }) {
  const { t, i18n } = useTranslation('boards')
  const show = ({ value }: StepInput): string => {
    if (value === null || value === '') return t('replay.blank')
    if (typeof value === 'boolean') return t(value ? 'replay.yes' : 'replay.no')
    return typeof value === 'number' ? new Intl.NumberFormat(i18n.language).format(value) : value
  }
  if (inputs.length === 0) return null
  return (
    <span className="text-xs text-muted">
      {inputs
        .map((input) => (input.label === null ? show(input) : `${input.label}: ${show(input)}`))
        .join(' · ')}
    </span>
  )
}
