import { getFormProps, getInputProps, getTextareaProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextArea, TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { Notice } from '~/ui/notice'
import type { TalkGoal } from '../schemas'
import { isPlainKind, talkSchema } from '../schemas'

interface TalkFormProps {
  /** Made by the server for this form, so that sending it twice counts once. */
  id: string
  goal: TalkGoal
  plan: string | null
  trial: string | null
  lastResult: SubmissionResult<string[]> | null
}

/** Who you are and what you need; checked at each field as it is left, and again by the server. */
export function TalkForm({ id, goal, plan, trial, lastResult }: TalkFormProps) {
  const { t } = useTranslation('center')
  const busy = useNavigation().state === 'submitting'
  const [form, fields] = useForm({
    id: `talk-${goal}`,
    lastResult,
    constraint: getZodConstraint(talkSchema),
    shouldValidate: 'onBlur',
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: talkSchema }),
  })
  const words = (errors: string[] | undefined) => errors?.map((code) => t(`talk.error.${code}`))
  return (
    <Form method="post" {...getFormProps(form)} className="grid gap-5">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="goal" value={goal} />
      {plan ? <input type="hidden" name="plan" value={plan} /> : null}
      {trial ? <input type="hidden" name="trial" value={trial} /> : null}
      {form.errors ? <Notice tone="bad">{t('talk.failed')}</Notice> : null}
      <Field label={t('talk.name')} errors={words(fields.name.errors)} id={fields.name.id}>
        {(control) => (
          <TextInput
            {...getInputProps(fields.name, { type: 'text' })}
            key={fields.name.key}
            {...control}
            autoComplete="name"
          />
        )}
      </Field>
      <Field label={t('talk.email')} errors={words(fields.email.errors)} id={fields.email.id}>
        {(control) => (
          <TextInput
            {...getInputProps(fields.email, { type: 'text' })}
            key={fields.email.key}
            {...control}
            autoComplete="email"
            // The type for addresses refuses letters beyond ASCII in some browsers.
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label={t('talk.company')} errors={words(fields.company.errors)} id={fields.company.id}>
        {(control) => (
          <TextInput
            {...getInputProps(fields.company, { type: 'text' })}
            key={fields.company.key}
            {...control}
            autoComplete="organization"
          />
        )}
      </Field>
      <Field
        label={t(`talk.message.${goal}`)}
        optional={isPlainKind(goal) ? undefined : t('talk.optional')}
        errors={words(fields.message.errors)}
        id={fields.message.id}
      >
        {(control) => (
          <TextArea {...getTextareaProps(fields.message)} key={fields.message.key} {...control} rows={5} />
        )}
      </Field>
      <div className="grid gap-3">
        <Button type="submit" tone="primary" size="large" busy={busy} className="w-fit">
          {t(`talk.send.${goal}`)}
        </Button>
        <p className="text-xs text-muted">{t('talk.privacy')}</p>
      </div>
    </Form>
  )
}
