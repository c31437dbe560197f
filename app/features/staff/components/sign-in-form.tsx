import { getFormProps, getInputProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { signInSchema } from '../schemas'
import { PasswordField } from './password-field'

/** E-mail and password. `to` is the page that was asked for before. */
export function SignInForm({
  to,
  lastResult,
}: {
  to: string
  lastResult: SubmissionResult<string[]> | undefined
}) {
  const { t } = useTranslation('staff')
  const busy = useNavigation().state === 'submitting'
  const [form, fields] = useForm({
    id: 'sign-in',
    lastResult,
    constraint: getZodConstraint(signInSchema),
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: signInSchema }),
  })
  return (
    <Form method="post" {...getFormProps(form)} className="grid gap-5">
      {form.errors ? (
        <Notice tone="bad">{form.errors.map((problem) => t(`problem.${problem}`)).join(' ')}</Notice>
      ) : null}
      <input type="hidden" name="to" value={to} />
      <Field
        label={t('email')}
        id={fields.email.id}
        errors={fields.email.errors?.map((problem) => t(`problem.${problem}`))}
      >
        {(control) => (
          <TextInput
            {...getInputProps(fields.email, { type: 'text' })}
            {...control}
            autoComplete="username"
            // The type for addresses refuses letters beyond ASCII in some browsers.
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <PasswordField field={fields.password} label={t('password')} autoComplete="current-password" />
      <Button type="submit" tone="primary" size="large" busy={busy}>
        {t('signIn.submit')}
      </Button>
    </Form>
  )
}
