import { useTranslation } from 'react-i18next'
import type { ComparisonView, TaskView } from '../comparison-view'
import { SideTable } from './side-table'

/** Which tasks were done on which plan; a sentence when there is no difference. */
export function TaskComparison({ view }: { view: ComparisonView }) {
  const { t } = useTranslation('compare')
  const { tasks, left, right } = view
  if (tasks.every((task) => task.left === 'done' && task.right === 'done')) {
    return <p className="text-muted">{t('tasks.all', { count: tasks.length })}</p>
  }
  const say = (state: TaskView['left']) => t(`tasks.${state}`)
  return (
    <SideTable
      label={t('tasks.title')}
      plans={{ left: left.name, right: right.name }}
      rows={tasks.map((task) => ({
        key: task.id,
        name: task.title,
        left: say(task.left),
        right: say(task.right),
      }))}
    />
  )
}
