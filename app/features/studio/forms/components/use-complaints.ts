import { useTranslation } from 'react-i18next'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { YamlPath } from '~/domain/content/edit/yaml-change'
import { valueIn } from '~/domain/content/edit/yaml-change'
import type { Entry } from '~/domain/content/forms/entry'
import { entryComplaint } from '../entry-complaint'
import { problemsAt } from '../form-problems'
import { useForm } from './form-model'

/** The errors and warnings of the checks at a field, in the reader's language. */
export function useComplaints(field: Entry, path: YamlPath): string[] {
  const { t } = useTranslation('forms')
  const tell = useTellProblem()
  const { problems, value } = useForm()
  const own = problemsAt(problems, path, { deep: field.kind === 'text' || field.kind === 'choices' })
  const complaint = own.some(isOfShape) ? entryComplaint(field, valueIn(value, path)) : null
  const told = own.map((problem) =>
    complaint && isOfShape(problem) ? t(`complaint.${complaint.key}`, { ...complaint }) : tell(problem),
  )
  return [...new Set(told)]
}

const isOfShape = ({ code }: FileProblem) => code === 'invalid-shape'

/**
 * Tells a problem in the reader's language. Messages of checks are in English: readers of other languages get the
 * name of the problem in theirs before it.
 */
export function useTellProblem(): (problem: FileProblem) => string {
  const { t, i18n } = useTranslation('studio')
  return ({ code, message, lang = 'en' }) => {
    const key = `problems.code.${code}`
    const isForeign = i18n.language !== lang && i18n.exists(key, { ns: 'studio' })
    return isForeign ? `${t(key)}: ${message}` : message
  }
}
