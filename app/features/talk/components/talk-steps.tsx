import { useTranslation } from 'react-i18next'

const STEPS = ['first', 'second', 'third'] as const

/** What happens after the form is sent. */
export function TalkSteps() {
  const { t } = useTranslation('center')
  return (
    <ol className="mt-4 grid max-w-md gap-4">
      {STEPS.map((step, index) => (
        <li key={step} className="flex gap-4 border-t border-line pt-4 text-muted">
          <span className="font-semibold text-accent tabular-nums">{index + 1}</span>
          <span>{t(`talk.steps.${step}`)}</span>
        </li>
      ))}
    </ol>
  )
}
