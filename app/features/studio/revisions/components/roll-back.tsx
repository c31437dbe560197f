import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { ConfirmDialog } from '../../documents/components/confirm-dialog'
import { ProblemList } from '../../documents/components/problem-list'
import { useDocumentCommand } from '../../documents/components/use-document-command'

/** Publishes an old revision as a new one, after asking. */
export function RollBack({ number, onDone }: { number: number; onDone: (newNumber: number) => void }) {
  const { t } = useTranslation('studio')
  const [isOpen, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const { run, isBusy, result } = useDocumentCommand(`roll-back ${number}`, (done) => {
    if (!done.ok || !done.number) return
    setOpen(false)
    onDone(done.number)
  })
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('history.rollBack')}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        busy={isBusy}
        title={t('history.rollBackTitle', { number })}
        description={t('history.rollBackText')}
        confirm={t('history.rollBackConfirm')}
        onConfirm={() => run('roll-back', { number, note })}
      >
        <div className="grid gap-4">
          {result && !result.ok ? (
            <Notice tone="bad" title={result.message}>
              <ProblemList problems={result.problems} />
            </Notice>
          ) : null}
          <Field label={t('publish.note')} hint={t('publish.noteHint')}>
            {(control) => (
              <TextInput
                {...control}
                maxLength={500}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
        </div>
      </ConfirmDialog>
    </>
  )
}
