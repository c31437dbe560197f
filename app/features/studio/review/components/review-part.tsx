import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import type { BadgeTone } from '~/ui/badge'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/controls'
import { Field } from '~/ui/field'
import { When } from '~/ui/when'
import { DiffView } from '../../revisions/components/diff-view'
import type { PageReview, ShownReviews } from '../shown-reviews'
import { ScheduleForm } from './schedule-form'

interface ReviewPartProps {
  reviews: ShownReviews
  may: { edit: boolean; publish: boolean }
  timeZone: string
}

/** Asks for review, decides one, publishes what was approved. */
export function ReviewPart({ reviews, may, timeZone }: ReviewPartProps) {
  const { t } = useTranslation('review')
  const { reviews: all, changes } = reviews
  const [newest, ...older] = all
  return (
    <section className="grid gap-4" aria-labelledby="review-part">
      <h2 id="review-part" className="text-title">
        {t('review.title')}
      </h2>
      {newest ? <ReviewCard review={newest} /> : <p className="text-sm text-muted">{t('review.none')}</p>}
      {newest && changes ? <DiffView changes={changes} /> : null}
      {newest?.state === 'asked' ? (
        <AskedForms review={newest} may={may} />
      ) : (
        <OtherForms reviews={reviews} may={may} timeZone={timeZone} />
      )}
      {older.length > 0 ? (
        <details>
          <summary className="w-fit text-sm text-muted hover:text-ink">{t('review.older')}</summary>
          <div className="mt-3 grid gap-3">
            {older.map((review) => (
              <ReviewCard key={review.id} review={review} />
            ))}
          </div>
        </details>
      ) : null}
    </section>
  )
}

function AskedForms({ review, may }: { review: PageReview; may: ReviewPartProps['may'] }) {
  return (
    <>
      {may.publish ? <DecideForm review={review} /> : null}
      {may.edit ? <WithdrawForm review={review} /> : null}
    </>
  )
}

/** What can be done while no review is asked for. */
function OtherForms({ reviews, may, timeZone }: ReviewPartProps) {
  const { draftVersion, isChanged, schedules } = reviews
  const [newest] = reviews.reviews
  const approved = newest?.state === 'approved' ? newest : null
  const waits = schedules.some((one) => one.action === 'publish' && one.state === 'waiting')
  return (
    <>
      {may.publish && approved && !approved.isLive ? (
        <PublishForms review={approved} timeZone={waits ? null : timeZone} />
      ) : null}
      {may.edit && isChanged && !approved?.isCurrent ? <AskForm draftVersion={draftVersion} /> : null}
    </>
  )
}

const TONES: Record<PageReview['state'], BadgeTone> = {
  asked: 'accent',
  approved: 'good',
  'sent-back': 'warn',
  withdrawn: 'neutral',
}

function ReviewCard({ review }: { review: PageReview }) {
  const { t } = useTranslation('review')
  const { state, askedByName, askedAt, note, answer, decidedAt, decidedByName, isCurrent, isLive } = review
  return (
    <div className="grid gap-1.5 rounded-xl bg-surface p-4 text-sm ring-1 ring-line">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
        <span className="text-muted">{t('review.askedBy', { name: askedByName })}</span>
        <When at={askedAt} className="text-xs text-faint tabular-nums" />
      </p>
      {note ? <p>{`“${note}”`}</p> : null}
      {decidedAt ? (
        <p className="flex flex-wrap items-center gap-2 text-muted">
          <span>{t(`review.by.${state}`, { name: decidedByName })}</span>
          <When at={decidedAt} className="text-xs text-faint tabular-nums" />
        </p>
      ) : null}
      {answer ? <p>{`“${answer}”`}</p> : null}
      {isLive ? <p className="text-good">{t('review.live')}</p> : null}
      {!isLive && !isCurrent && (state === 'asked' || state === 'approved') ? (
        <p className="text-warn">{t('review.pinned')}</p>
      ) : null}
    </div>
  )
}

function AskForm({ draftVersion }: { draftVersion: number }) {
  const { t } = useTranslation('review')
  return (
    <Form method="post" className="grid max-w-xl gap-3">
      <input type="hidden" name="draftVersion" value={draftVersion} />
      <Field label={t('ask.note')} hint={t('ask.hint')}>
        {(control) => <TextArea {...control} name="note" rows={2} maxLength={2000} />}
      </Field>
      <Button type="submit" name="intent" value="ask" tone="primary" className="w-fit">
        {t('ask.send')}
      </Button>
    </Form>
  )
}

function WithdrawForm({ review: { id } }: { review: PageReview }) {
  const { t } = useTranslation('review')
  return (
    <Form method="post">
      <input type="hidden" name="reviewId" value={id} />
      <Button type="submit" name="intent" value="withdraw" size="small" tone="quiet">
        {t('ask.withdraw')}
      </Button>
    </Form>
  )
}

function DecideForm({ review: { id } }: { review: PageReview }) {
  const { t } = useTranslation('review')
  return (
    <Form method="post" className="grid max-w-xl gap-3">
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="reviewId" value={id} />
      <Field label={t('decide.answer')}>
        {(control) => <TextArea {...control} name="answer" rows={2} maxLength={2000} />}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="decision" value="approved" tone="primary">
          {t('decide.approve')}
        </Button>
        <Button type="submit" name="decision" value="sent-back">
          {t('decide.sendBack')}
        </Button>
      </div>
    </Form>
  )
}

/** Without a time zone, one is scheduled already. */
function PublishForms({ review: { id }, timeZone }: { review: PageReview; timeZone: string | null }) {
  const { t } = useTranslation('review')
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <Form method="post">
        <input type="hidden" name="reviewId" value={id} />
        <Button type="submit" name="intent" value="publish" tone="primary">
          {t('publish.now')}
        </Button>
      </Form>
      {timeZone === null ? null : (
        <ScheduleForm label={t('publish.at')} timeZone={timeZone}>
          <input type="hidden" name="reviewId" value={id} />
        </ScheduleForm>
      )}
    </div>
  )
}
