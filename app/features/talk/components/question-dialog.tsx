import { getFormProps, getInputProps, getTextareaProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as uuidv4 } from 'uuid'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { TextArea, TextInput } from '~/ui/controls'
import { Dialog } from '~/ui/dialog'
import { Field } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { questionSchema } from '../schemas'

/** What the server answers to a question. */
export interface QuestionAnswer {
  result: SubmissionResult<string[]> | null
  sent: { name: string; check: 'sent' | 'waits' | 'held' | 'verified' | null } | null
}

interface QuestionDialogProps {
  trialId: string
  /** Where the trial stood when the question came up. */
  moment: { state: string; seq: number }
  onClose: () => void
}

/** A question to a person, asked without leaving the trial. What was typed stays until it was sent or closed. */
export function QuestionDialog({ trialId, moment, onClose }: QuestionDialogProps) {
  const { t } = useTranslation('player')
  const fetcher = useFetcher<QuestionAnswer>()
  const sent = fetcher.data?.sent
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={sent ? t('question.thanks', { name: sent.name }) : t('question.title')}
      description={sent ? t('question.next') : t('question.lead')}
      closeLabel={t('question.close')}
    >
      {sent ? (
        <div role="status" className="grid gap-4">
          {sent.check ? <p className="text-sm text-muted">{t(`question.check.${sent.check}`)}</p> : null}
          <Button tone="primary" className="w-fit" onClick={onClose}>
            {t('question.back')}
          </Button>
        </div>
      ) : (
        <QuestionForm fetcher={fetcher} trialId={trialId} moment={moment} />
      )}
    </Dialog>
  )
}

interface QuestionFormProps extends Omit<QuestionDialogProps, 'onClose'> {
  fetcher: ReturnType<typeof useFetcher<QuestionAnswer>>
}

function QuestionForm({ fetcher, trialId, moment }: QuestionFormProps) {
  const { t } = useTranslation('player')
  // Made once, so that sending it twice counts once.
  const [id] = useState(() => uuidv4())
  const [form, fields] = useForm({
    id: 'question',
    lastResult: fetcher.data?.result ?? null,
    constraint: getZodConstraint(questionSchema),
    shouldValidate: 'onBlur',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: questionSchema }),
  })
  const words = (errors: string[] | undefined) => errors?.map((code) => t(`question.error.${code}`))
  return (
    <fetcher.Form
      method="post"
      action={paths.question(trialId)}
      {...getFormProps(form)}
      className="grid gap-4"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="state" value={moment.state} />
      <input type="hidden" name="seq" value={moment.seq} />
      {form.errors ? <Notice tone="bad">{t('question.failed')}</Notice> : null}
      <Field label={t('question.message')} errors={words(fields.message.errors)} id={fields.message.id}>
        {(control) => (
          <TextArea {...getTextareaProps(fields.message)} key={fields.message.key} {...control} rows={3} />
        )}
      </Field>
      {(['name', 'email', 'company'] as const).map((name) => (
        <Field
          key={name}
          label={t(`question.${name}`)}
          errors={words(fields[name].errors)}
          id={fields[name].id}
        >
          {(control) => (
            <TextInput
              {...getInputProps(fields[name], { type: 'text' })}
              key={fields[name].key}
              {...control}
              {...FILLING[name]}
            />
          )}
        </Field>
      ))}
      <div className="grid gap-2">
        <Button type="submit" tone="primary" busy={fetcher.state !== 'idle'} className="w-fit">
          {t('question.send')}
        </Button>
        <p className="text-xs text-muted">{t('question.privacy')}</p>
      </div>
    </fetcher.Form>
  )
}

/** How browsers help to fill each field. The type for addresses refuses letters beyond ASCII in some of them. */
const FILLING = {
  name: { autoComplete: 'name' },
  email: { autoComplete: 'email', inputMode: 'email', autoCapitalize: 'none', spellCheck: false },
  company: { autoComplete: 'organization' },
} as const
