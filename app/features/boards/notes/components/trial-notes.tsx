import { Form, useNavigation } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { TRIAL_NOTE_LENGTH } from '~/domain/trial/note'
import { Button, buttonClass } from '~/ui/button'
import { TextArea } from '~/ui/controls'
import { Field } from '~/ui/field'
import { Notice } from '~/ui/notice'
import type { BoardFormat } from '../../figures/board-format'
import type { NoteAnswer, ShownNote } from '../shown-note'

interface TrialNotesProps {
  notes: readonly ShownNote[]
  mayNote: boolean
  /** What the last form did. */
  answer: NoteAnswer | null
  format: BoardFormat
}

/** What the team noted on a trial. Who wrote a note may change and delete it, and take that back. */
export function TrialNotes({ notes, mayNote, answer, format }: TrialNotesProps) {
  const { t } = useTranslation('boards')
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid max-w-3xl gap-4">
      <h2 id={id} className="text-title">
        {t('notes.title')}
      </h2>
      {answer ? <AnswerNotice answer={answer} /> : null}
      {notes.length === 0 ? <p className="text-sm text-muted">{t('notes.empty')}</p> : null}
      <ul className="grid gap-4">
        {notes.map((note) => (
          <li key={note.id} className="grid gap-1 border-b border-line pb-4">
            <Note note={note} format={format} />
          </li>
        ))}
      </ul>
      {mayNote ? <AddForm key={notes.length} /> : null}
    </section>
  )
}

function Note({ note, format }: { note: ShownNote; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  return (
    <>
      <p className="text-xs text-muted tabular-nums">
        <span className="font-medium text-ink">{note.author}</span>
        <span>{` · ${format.instant(note.at)}`}</span>
        {note.changedAt ? (
          <span>{` · ${t('notes.changed', { at: format.instant(note.changedAt) })}`}</span>
        ) : null}
      </p>
      <p className="text-sm text-pretty break-words whitespace-pre-line">{note.text}</p>
      {note.isOwn ? <OwnNote key={note.version} note={note} /> : null}
    </>
  )
}

/** What the author can do. The form to change the text stands in a disclosure, which works without JavaScript. */
function OwnNote({ note }: { note: ShownNote }) {
  const { t } = useTranslation('boards')
  return (
    <div className="flex flex-wrap items-start gap-1">
      <details className="group open:w-full">
        <summary className={buttonClass('quiet', 'small', 'w-fit list-none')}>{t('notes.edit')}</summary>
        <Form method="post" preventScrollReset className="mt-2 grid justify-items-start gap-2">
          <NoteNames note={note.id} version={note.version} />
          <Field label={t('notes.text')}>
            {(control) => (
              <TextArea
                {...control}
                name="text"
                required
                rows={3}
                maxLength={TRIAL_NOTE_LENGTH}
                defaultValue={note.text}
                className="min-w-64 sm:min-w-96"
              />
            )}
          </Field>
          <Button type="submit" size="small" name="intent" value="note-change">
            {t('notes.save')}
          </Button>
        </Form>
      </details>
      <Form method="post" preventScrollReset>
        <NoteNames note={note.id} version={note.version} />
        <Button type="submit" size="small" tone="quiet" name="intent" value="note-remove">
          {t('notes.remove')}
        </Button>
      </Form>
    </div>
  )
}

function NoteNames({ note, version }: { note: string; version: number }) {
  return (
    <>
      <input type="hidden" name="note" value={note} />
      <input type="hidden" name="version" value={version} />
    </>
  )
}

/** Says what was done, and takes it back. */
function AnswerNotice({ answer }: { answer: NoteAnswer }) {
  const { t } = useTranslation('boards')
  if (answer.did === 'conflict') {
    return (
      <Notice tone="warn" live>
        {t('notes.conflict')}
      </Notice>
    )
  }
  return (
    <Notice
      live
      action={
        <Form method="post" preventScrollReset>
          <NoteNames note={answer.note} version={answer.version} />
          {answer.did === 'change' ? <input type="hidden" name="text" value={answer.before} /> : null}
          <Button
            type="submit"
            size="small"
            name="intent"
            value={answer.did === 'change' ? 'note-change' : 'note-restore'}
          >
            {t('notes.undo')}
          </Button>
        </Form>
      }
    >
      {t(answer.did === 'change' ? 'notes.saved' : 'notes.removed')}
    </Notice>
  )
}

function AddForm() {
  const { t } = useTranslation('boards')
  const busy = useNavigation().formData?.get('intent') === 'note-add'
  return (
    <Form method="post" preventScrollReset className="grid justify-items-start gap-2">
      <div className="w-full">
        <Field label={t('notes.add')} hint={t('notes.hint')}>
          {(control) => <TextArea {...control} name="text" required rows={3} maxLength={TRIAL_NOTE_LENGTH} />}
        </Field>
      </div>
      <Button type="submit" name="intent" value="note-add" busy={busy}>
        {t('notes.do')}
      </Button>
    </Form>
  )
}
