import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { SelectInput, TextArea } from '~/ui/controls'
import { Field } from '~/ui/field'
import { When } from '~/ui/when'
import { NOTE_LENGTH } from '../schemas'
import type { ReadAsk } from '../read-ask.server'

/** The follow-up of an ask: its state, assignee and note. */
export function AskWork({ ask, people, mayAnswer }: ReadAsk & { mayAnswer: boolean }) {
  const { t } = useTranslation('team')
  const busy = useNavigation().state !== 'idle'
  const next = ask.state === 'new' ? 'answered' : 'new'
  return (
    <section aria-label={t('ask.work')} className="grid gap-6 rounded-xl bg-surface p-5 ring-1 ring-line">
      <div className="grid gap-2">
        <Badge tone={ask.state === 'new' ? 'warn' : 'good'} className="w-fit">
          {t(`asks.state.${ask.state}`)}
        </Badge>
        {ask.answeredAt ? (
          <p className="text-xs text-muted">
            <span>{ask.answeredBy}</span>
            <span> </span>
            <When at={ask.answeredAt} />
          </p>
        ) : null}
        {mayAnswer ? (
          <Form method="post">
            <input type="hidden" name="version" value={ask.version} />
            <Button
              type="submit"
              name="intent"
              value={next}
              tone={next === 'answered' ? 'primary' : 'quiet'}
              busy={busy}
            >
              {t(`ask.mark.${next}`)}
            </Button>
          </Form>
        ) : null}
      </div>
      <Form method="post" className="grid gap-2" key={`assign-${ask.version}`}>
        <input type="hidden" name="version" value={ask.version} />
        <Field label={t('ask.assigned')}>
          {(control) => (
            <SelectInput
              {...control}
              name="assignedTo"
              defaultValue={ask.assignedTo ?? ''}
              disabled={!mayAnswer}
            >
              <option value="">{t('ask.nobody')}</option>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectInput>
          )}
        </Field>
        {mayAnswer ? (
          <Button type="submit" name="intent" value="assign" size="small" className="w-fit" busy={busy}>
            {t('ask.assign')}
          </Button>
        ) : null}
      </Form>
      <Form method="post" className="grid gap-2" key={`note-${ask.version}`}>
        <input type="hidden" name="version" value={ask.version} />
        <Field label={t('ask.note')} hint={t('ask.noteHint')}>
          {(control) => (
            <TextArea
              {...control}
              name="note"
              rows={5}
              maxLength={NOTE_LENGTH}
              defaultValue={ask.note}
              readOnly={!mayAnswer}
            />
          )}
        </Field>
        {mayAnswer ? (
          <Button type="submit" name="intent" value="note" size="small" className="w-fit" busy={busy}>
            {t('ask.keepNote')}
          </Button>
        ) : null}
      </Form>
    </section>
  )
}
