import { useTranslation } from 'react-i18next'

/** One dot for each task, filled when it is done. */
export function TaskProgress({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation('player')
  return (
    <div
      role="progressbar"
      aria-label={t('tasks.title')}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={t('tasks.count', { done, count: total })}
      className="flex gap-1"
    >
      {Array.from({ length: total }, (_, index) => (
        <span
          key={index}
          className={
            index < done ? 'h-1.5 flex-1 rounded-full bg-accent' : 'h-1.5 flex-1 rounded-full bg-line'
          }
        />
      ))}
    </div>
  )
}
