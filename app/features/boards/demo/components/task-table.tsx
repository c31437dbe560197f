import { useTranslation } from 'react-i18next'
import type { TaskCompletion } from '~/domain/insight/task-completion'
import { Meter } from '~/ui/meter'
import { RichText } from '~/ui/rich-text'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { RateWords } from '../../figures/components/rate-words'

/** Each task, in the order of the demo, with how many of those who were offered it got it done. */
export function TaskTable({
  tasks,
  titles,
  format,
  hrefOf,
}: {
  tasks: readonly TaskCompletion[]
  titles: Record<string, string>
  format: BoardFormat
  hrefOf: (family: 'task-done' | 'task-offered', task: string) => string
}) {
  const { t } = useTranslation('boards')
  const order = Object.keys(titles)
  const inOrder = [...tasks].sort((a, b) => order.indexOf(a.task) - order.indexOf(b.task))
  return (
    <ul className="grid gap-5">
      {inOrder.map((task) => (
        <li key={task.task} className="grid gap-1.5">
          <div className="flex items-baseline justify-between gap-4 text-sm">
            <span>{titles[task.task] ?? task.task}</span>
            <span className="tabular-nums">
              <RateWords rate={task} format={format} />
            </span>
          </div>
          <Meter
            value={task.share ?? 0}
            label={t('tasks.share', { share: format.percent(task.share ?? 0) })}
          />
          <p className="text-xs text-faint">
            <RichText
              t={t}
              i18nKey="tasks.done"
              values={{ part: format.number(task.numerator), all: format.number(task.denominator) }}
              components={{
                part: <NumberLink to={hrefOf('task-done', task.task)} />,
                all: <NumberLink to={hrefOf('task-offered', task.task)} />,
              }}
            />
          </p>
        </li>
      ))}
    </ul>
  )
}
