import { useTranslation } from 'react-i18next'
import type { PathsBoard } from './paths-view'

/** The title of a state or task by its id; of the rare ones of a column together, how many they are. */
export function useTitles({
  query,
  names,
}: Pick<PathsBoard, 'query' | 'names'>): (id: string | null, members?: number) => string {
  const { t } = useTranslation('paths')
  const titles = query.of === 'tasks' ? names.tasks : names.states
  return (id, members = 0) => (id === null ? t('diagram.others', { count: members }) : (titles[id] ?? id))
}
