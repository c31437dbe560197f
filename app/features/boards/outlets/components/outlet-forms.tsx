import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FREQUENCIES } from '~/domain/schedule/next-occurrence'
import { Button } from '~/ui/button'
import { SelectInput, TextArea, TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { MOST_SHARE_DAYS } from '../share-terms'

/** The view that a form is about, as it stands in the address. */
export interface ChosenView {
  board: string
  view: string
}

export interface OutletErrors {
  errors: Partial<Record<'days' | 'readers' | 'view', string>>
}

interface FormProps {
  chosen: ChosenView
  answer: OutletErrors | undefined
}

const FORM = 'grid content-start gap-4 rounded-xl bg-surface p-5 ring-1 ring-line'

function ViewFields({ chosen: { board, view } }: Pick<FormProps, 'chosen'>) {
  return (
    <>
      <input type="hidden" name="board" value={board} />
      <input type="hidden" name="view" value={view} />
    </>
  )
}

/** Makes a link to the view. */
export function ShareForm({ chosen, answer }: FormProps) {
  const { t } = useTranslation('outlets')
  const error = answer?.errors.days
  return (
    <Form method="post" className={FORM}>
      <h2 className="text-title">{t('page.share')}</h2>
      <ViewFields chosen={chosen} />
      <fieldset className="grid gap-1 text-sm">
        {(['frozen', 'rolling'] as const).map((period) => (
          <label key={period} className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11">
            <input type="radio" name="period" value={period} defaultChecked={period === 'frozen'} />
            <span>{t(`page.period.${period}`)}</span>
          </label>
        ))}
      </fieldset>
      <Field label={t('page.days')} errors={error ? [t(`page.error.${error}`)] : undefined}>
        {(control) => (
          <TextInput
            {...control}
            type="number"
            name="days"
            min={1}
            max={MOST_SHARE_DAYS}
            defaultValue={14}
            required
            className="w-28"
          />
        )}
      </Field>
      <Button type="submit" name="intent" value="share" tone="primary" className="w-fit">
        {t('page.create')}
      </Button>
    </Form>
  )
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** Mails the view by a schedule. */
export function MailForm({ chosen, answer, timeZone }: FormProps & { timeZone: string }) {
  const { t } = useTranslation('outlets')
  const error = answer?.errors.readers
  return (
    <Form method="post" className={FORM}>
      <h2 className="text-title">{t('page.mail')}</h2>
      <ViewFields chosen={chosen} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('page.howOften')}>
          {(control) => (
            <SelectInput {...control} name="frequency" defaultValue="weekly">
              {FREQUENCIES.map((frequency) => (
                <option key={frequency} value={frequency}>
                  {t(`page.frequency.${frequency}`)}
                </option>
              ))}
            </SelectInput>
          )}
        </Field>
        <Field label={t('page.hour', { timeZone })}>
          {(control) => (
            <SelectInput {...control} name="hour" defaultValue="8">
              {HOURS.map((hour) => (
                <option key={hour} value={hour}>{`${String(hour).padStart(2, '0')}:00`}</option>
              ))}
            </SelectInput>
          )}
        </Field>
        <Field label={t('page.weekday')}>
          {(control) => (
            <SelectInput {...control} name="weekday" defaultValue="1">
              {WEEKDAYS.map((day) => (
                <option key={day} value={day}>
                  {t(`page.day.${day}`)}
                </option>
              ))}
            </SelectInput>
          )}
        </Field>
        <Field label={t('page.dayOfMonth')}>
          {(control) => (
            <TextInput
              {...control}
              type="number"
              name="dayOfMonth"
              min={1}
              max={31}
              defaultValue={1}
              required
            />
          )}
        </Field>
      </div>
      <Field
        label={t('page.readers')}
        hint={t('page.readersHint')}
        errors={error ? [t(`page.error.${error}`)] : undefined}
      >
        {(control) => <TextArea {...control} name="readers" rows={3} required />}
      </Field>
      <Button type="submit" name="intent" value="schedule" tone="primary" className="w-fit">
        {t('page.schedule')}
      </Button>
    </Form>
  )
}
