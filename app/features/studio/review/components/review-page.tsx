import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind, DocumentStatus } from '~/domain/content/kinds'
import type { Text } from '~/domain/text'
import { paths } from '~/paths'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { ProblemList } from '../../documents/components/problem-list'
import type { ShownReviews } from '../shown-reviews'
import type { RefusedReview } from '../refused-review'
import { CommentPart } from './comment-part'
import { ReviewPart } from './review-part'
import { SchedulePart } from './schedule-part'

interface ReviewPageProps {
  document: { kind: DocumentKind; slug: string; status: DocumentStatus }
  name: string
  reviews: ShownReviews
  /** What a visitor may be offered instead, once this has expired. */
  instead: { kind: DocumentKind; slug: string; title: Text | null }[]
  timeZone: string
  may: { edit: boolean; publish: boolean }
  refused: RefusedReview | null
}

/** How a document goes live: who looked at it, when it will be published or expire, what was said of it. */
export function ReviewPage({ document, name, reviews, instead, timeZone, may, refused }: ReviewPageProps) {
  const { t } = useTranslation('review')
  const { kind, slug } = document
  return (
    <div className="grid max-w-4xl gap-8">
      <PageHeader
        eyebrow={
          <Link to={paths.document(kind, slug)} className="hover:text-ink">
            {name}
          </Link>
        }
        title={t('title')}
        lead={t('lead')}
        actions={
          <LinkButton size="small" to={paths.document(kind, slug)}>
            {t('back')}
          </LinkButton>
        }
      />
      {refused ? (
        <Notice tone="bad" title={t(`refused.${refused.reason}`)}>
          {refused.problems.length > 0 ? <ProblemList problems={refused.problems} /> : null}
        </Notice>
      ) : null}
      {reviews.fourEyes ? <Notice title={t('fourEyes')} /> : null}
      <ReviewPart reviews={reviews} may={may} timeZone={timeZone} />
      <SchedulePart
        reviews={reviews}
        document={document}
        instead={instead}
        canPublish={may.publish}
        timeZone={timeZone}
      />
      <CommentPart reviews={reviews} document={document} canEdit={may.edit} />
    </div>
  )
}
