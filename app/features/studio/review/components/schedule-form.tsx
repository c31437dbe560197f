import { Form } from '@remix-run/react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { MomentField } from './moment-field'

interface ScheduleFormProps {
  label: string
  timeZone: string
  /** Hidden fields that say what is published. */
  children: ReactElement
}

/** Asks for the moment at which something is published. */
export function ScheduleForm({ label, timeZone, children }: ScheduleFormProps) {
  const { t } = useTranslation('review')
  return (
    <Form method="post" className="flex flex-wrap items-end gap-2">
      {children}
      <MomentField label={label} timeZone={timeZone} />
      <Button type="submit" name="intent" value="schedule">
        {t('publish.schedule')}
      </Button>
    </Form>
  )
}
