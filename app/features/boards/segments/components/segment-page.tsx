import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { SavedBody } from '~/domain/insight/saved-query'
import type { SegmentGroup } from '~/domain/insight/segment/segment-rule'
import { paths } from '~/paths'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { BoardSection } from '../../figures/components/board-section'
import { SavedNotice } from '../../saved/components/saved-notice'
import { VersionList } from '../../saved/components/version-list'
import type { SavedProblem } from '../../saved/saved-answer'
import type { OpenedSegment } from '../segment-views'
import { useSegmentSentence } from '../use-segment-sentence'
import { SegmentForm } from './segment-form'

interface SegmentPageProps {
  segment: OpenedSegment
  answer: SavedProblem | undefined
}

/** One segment: its rule to be changed, where it is used, and its versions. */
export function SegmentPage({ segment, answer }: SegmentPageProps) {
  const { t } = useTranslation('segments')
  const { query, versions, usedBy } = segment
  const sentence = useSegmentSentence(segment)
  const wordsOf = (body: SavedBody) => sentence(body as SegmentGroup)
  return (
    <div className="grid gap-8">
      <PageHeader
        eyebrow={
          <Link to={paths.segments()} className="hover:text-ink">
            {t('title')}
          </Link>
        }
        title={query?.name ?? t('new')}
      />
      {query?.removedAt ? <Notice tone="warn" title={t('removed.notice')} /> : null}
      <SavedNotice answer={answer} wordsOf={wordsOf} />
      <SegmentForm key={`${query?.id} ${query?.version}`} segment={segment} answer={answer} />
      {usedBy.length === 0 ? null : (
        <BoardSection title={t('usedBy.title')} definition={t('usedBy.definition')}>
          <ul className="grid gap-1 text-sm">
            {usedBy.map(({ id, name }) => (
              <li key={id}>
                <Link to={paths.savedFunnel(id)} className="underline underline-offset-4">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </BoardSection>
      )}
      {versions.length === 0 ? null : (
        <BoardSection title={t('history.title')}>
          <VersionList versions={versions} wordsOf={wordsOf} />
        </BoardSection>
      )}
    </div>
  )
}
