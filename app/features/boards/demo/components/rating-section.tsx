import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { TrialComment } from '~/domain/insight/listed-trial'
import { isEnough } from '~/domain/insight/proportion'
import type { RatingSummary } from '~/domain/insight/rating-summary'
import { paths } from '~/paths'
import { Meter } from '~/ui/meter'
import type { BoardFormat } from '../../figures/board-format'
import type { DemoNames } from '../../figures/board-views'
import { NumberLink } from '../../figures/components/number-link'
import { StarRow } from '../../figures/components/star-row'
import { TooFew } from '../../figures/components/too-few'

interface RatingSectionProps {
  rating: RatingSummary
  comments: readonly TrialComment[]
  names: DemoNames
  format: BoardFormat
  hrefOf: (stars: number) => string
}

/** Ratings by number of stars, with the latest comments. */
export function RatingSection({ rating, comments, names, format, hrefOf }: RatingSectionProps) {
  const { t } = useTranslation('boards')
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="grid content-start gap-4">
        <p className="text-figure tabular-nums">
          {isEnough(rating.rated) && rating.mean !== null ? format.mean(rating.mean) : <TooFew />}
        </p>
        <ul className="grid gap-2.5">
          {rating.distribution.map(({ stars, count }) => (
            <li
              key={stars}
              className="grid grid-cols-[5.5rem_minmax(0,1fr)_2.5rem] items-center gap-3 text-sm"
            >
              <StarRow stars={stars} />
              <Meter
                value={rating.rated === 0 ? 0 : count / rating.rated}
                label={t('rating.bar', { count, stars })}
              />
              <span className="text-right tabular-nums">
                {count === 0 ? '0' : <NumberLink to={hrefOf(stars)}>{format.number(count)}</NumberLink>}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <CommentList comments={comments} names={names} format={format} />
    </div>
  )
}

function CommentList({ comments, names, format }: Pick<RatingSectionProps, 'comments' | 'names' | 'format'>) {
  const { t } = useTranslation('boards')
  if (comments.length === 0) return <p className="text-sm text-muted">{t('rating.noComments')}</p>
  return (
    <ul className="grid content-start gap-5">
      {comments.map((comment) => (
        <li key={comment.trialId} className="grid gap-1.5">
          <blockquote className="text-pretty">{comment.comment}</blockquote>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-faint">
            <StarRow stars={comment.stars} />
            <span>
              {`${names.plans[comment.plan] ?? comment.plan} · ${names.roles[comment.role] ?? comment.role}`}
            </span>
            <Link to={paths.replay(comment.trialId)} className="underline underline-offset-4 hover:text-ink">
              {format.instant(comment.at)}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  )
}
