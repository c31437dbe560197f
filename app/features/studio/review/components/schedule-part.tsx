import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind, DocumentStatus } from '~/domain/content/kinds'
import type { Text } from '~/domain/text'
import { Badge } from '~/ui/badge'
import type { BadgeTone } from '~/ui/badge'
import { Button } from '~/ui/button'
import { SelectInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { When } from '~/ui/when'
import { useDocumentName } from '../../documents/components/document-name'
import type { PageSchedule, ShownReviews } from '../shown-reviews'
import { MomentField } from './moment-field'
import { ScheduleForm } from './schedule-form'

interface SchedulePartProps {
  reviews: ShownReviews
  document: { kind: DocumentKind; slug: string; status: DocumentStatus }
  instead: { kind: DocumentKind; slug: string; title: Text | null }[]
  canPublish: boolean
  timeZone: string
}

/** What is planned for a document: when the draft is published, when it expires. */
export function SchedulePart({ reviews, document, instead, canPublish, timeZone }: SchedulePartProps) {
  const { t } = useTranslation('review')
  const { schedules, draftVersion, isChanged, fourEyes } = reviews
  const waits = (action: PageSchedule['action']) =>
    schedules.some((one) => one.action === action && one.state === 'waiting')
  const { status } = document
  return (
    <section className="grid gap-4" aria-labelledby="schedule-part">
      <h2 id="schedule-part" className="text-title">
        {t('schedule.title')}
      </h2>
      {schedules.length === 0 ? <p className="text-sm text-muted">{t('schedule.none')}</p> : null}
      <ul className="grid gap-2">
        {schedules.map((schedule) => (
          <ScheduleRow key={schedule.id} schedule={schedule} canCancel={canPublish} />
        ))}
      </ul>
      {canPublish && isChanged && !fourEyes && status !== 'retired' && !waits('publish') ? (
        <ScheduleForm label={t('schedule.draft')} timeZone={timeZone}>
          <input type="hidden" name="draftVersion" value={draftVersion} />
        </ScheduleForm>
      ) : null}
      {canPublish && status === 'published' && !waits('retire') ? (
        <ExpireForm instead={instead} timeZone={timeZone} />
      ) : null}
    </section>
  )
}

const TONES: Record<PageSchedule['state'], BadgeTone> = {
  waiting: 'accent',
  done: 'good',
  failed: 'bad',
  cancelled: 'neutral',
}

function ScheduleRow({ schedule, canCancel }: { schedule: PageSchedule; canCancel: boolean }) {
  const { t } = useTranslation('review')
  const { id, action, state, at, createdByName, insteadSlug, note } = schedule
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <Badge tone={TONES[state]}>{t(`schedule.state.${state}`)}</Badge>
      <span>{t(`schedule.${action}`)}</span>
      <When at={at} className="tabular-nums" />
      {insteadSlug ? (
        <span className="text-muted">{t('schedule.insteadOf', { slug: insteadSlug })}</span>
      ) : null}
      <span className="text-faint">{t('by', { name: createdByName })}</span>
      {note ? <span className="text-muted">{`“${note}”`}</span> : null}
      {state === 'waiting' && canCancel ? (
        <Form method="post">
          <input type="hidden" name="scheduleId" value={id} />
          <Button type="submit" name="intent" value="cancel" size="small" tone="quiet">
            {t('schedule.cancel')}
          </Button>
        </Form>
      ) : null}
    </li>
  )
}

function ExpireForm({ instead, timeZone }: Pick<SchedulePartProps, 'instead' | 'timeZone'>) {
  const { t } = useTranslation('review')
  const nameOf = useDocumentName()
  return (
    <Form method="post" className="flex flex-wrap items-end gap-2">
      <MomentField label={t('schedule.expires')} timeZone={timeZone} />
      <Field label={t('schedule.instead')}>
        {(control) => (
          <SelectInput {...control} name="insteadSlug" className="w-64 max-w-full">
            <option value="">{t('schedule.nothing')}</option>
            {instead.map((one) => (
              <option key={one.slug} value={one.slug}>
                {nameOf(one)}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
      <Button type="submit" name="intent" value="expire">
        {t('schedule.expire')}
      </Button>
    </Form>
  )
}
