import { Check } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { TaskItem } from '../task-items'

/** The tasks, each checked when the trial has completed it. */
export function TaskList({ tasks }: { tasks: TaskItem[] }) {
  const { t } = useTranslation('player')
  const id = useId()
  const done = tasks.filter((task) => task.done).length
  return (
    <section aria-labelledby={id} className="grid gap-3 border-t border-line pt-5">
      <h2 id={id} className="flex items-baseline justify-between text-sm font-semibold">
        <span>{t('tasks.title')}</span>
        <span className="text-xs font-normal text-muted tabular-nums">
          {t('tasks.count', { done, count: tasks.length })}
        </span>
      </h2>
      <ul className="grid gap-2.5">
        {tasks.map((task) => (
          <li key={task.id} className="flex items-start gap-2.5 text-sm">
            <TaskMark done={task.done} />
            <span className={classNames('grid', task.done ? 'text-muted' : 'text-ink')}>
              <span>{task.title}</span>
              <span className="sr-only">{task.done ? t('tasks.done') : t('tasks.open')}</span>
              {task.fresh ? (
                <span className="text-xs font-medium text-accent">{t('tasks.fresh')}</span>
              ) : null}
              {task.optional ? <span className="text-xs text-faint">{t('tasks.optional')}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function TaskMark({ done }: { done: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'mt-px grid size-5 shrink-0 place-items-center rounded-full',
        done ? 'bg-good text-surface' : 'ring-1 ring-line-strong ring-inset',
      )}
    >
      {done ? <Check className="size-3" strokeWidth={3} /> : null}
    </span>
  )
}
