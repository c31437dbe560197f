import { Circle, CircleCheck } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { BoardFormat } from '../../figures/board-format'
import type { ReplayTask } from '../replay-views'

/** The tasks at the current step, and when each was done. */
export function ReplayTaskList({
  tasks,
  at,
  format,
}: {
  tasks: readonly ReplayTask[]
  /** Time of the step shown, in ms. */
  at: number
  format: BoardFormat
}) {
  const { t } = useTranslation('boards')
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid content-start gap-4">
      <h2 id={id} className="text-title">
        {t('replay.tasks', { at: format.clock(at) })}
      </h2>
      <ul className="grid gap-2.5 text-sm">
        {tasks.map((task) => {
          const Icon = task.doneAt === null ? Circle : CircleCheck
          return (
            <li key={task.id} className="flex items-start gap-2.5">
              <Icon
                aria-hidden="true"
                className={classNames(
                  'mt-0.5 size-4 shrink-0',
                  task.doneAt === null ? 'text-faint' : 'text-good',
                )}
              />
              <span className="mr-auto">
                <span>{task.title}</span>
                {task.optional ? (
                  <span className="ml-2 text-xs text-faint">{t('replay.optional')}</span>
                ) : null}
              </span>
              <span className="text-xs whitespace-nowrap text-faint tabular-nums">
                {task.doneAt === null ? t('replay.notDone') : format.clock(task.doneAt)}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
