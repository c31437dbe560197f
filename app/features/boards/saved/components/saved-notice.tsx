import { useTranslation } from 'react-i18next'
import type { SavedBody } from '~/domain/insight/saved-query'
import { Notice } from '~/ui/notice'
import type { SavedProblem } from '../saved-answer'

interface SavedNoticeProps {
  answer: SavedProblem | undefined
  /** Says what a version holds. */
  wordsOf?: (body: SavedBody) => string
}

/** Says why something was not saved or removed; of a version that somebody else saved meanwhile, what it holds. */
export function SavedNotice({ answer, wordsOf }: SavedNoticeProps) {
  const { t } = useTranslation('segments')
  if (!answer) return null
  const { problem } = answer
  return (
    <Notice tone="bad" title={t(`problem.${problem}.title`)}>
      <p>
        {problem === 'used'
          ? t('problem.used.text', { names: answer.usedBy.join(', '), count: answer.usedBy.length })
          : problem === 'changed'
            ? t('problem.changed.text', { by: answer.by, name: answer.name })
            : t(`problem.${problem}.text`)}
      </p>
      {problem === 'changed' && wordsOf ? (
        <p className="mt-1 text-ink">{wordsOf(JSON.parse(answer.body) as SavedBody)}</p>
      ) : null}
    </Notice>
  )
}
