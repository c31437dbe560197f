import { getFormProps, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { changePasswordSchema } from '../schemas'
import { PasswordField } from './password-field'

/** The current password once, the new one twice. */
export function ChangePasswordForm({ lastResult }: { lastResult: SubmissionResult<string[]> | undefined }) {
  const { t } = useTranslation('staff')
  const busy = useNavigation().state === 'submitting'
  const [form, fields] = useForm({
    id: 'change-password',
    lastResult,
    constraint: getZodConstraint(changePasswordSchema),
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema: changePasswordSchema }),
  })
  return (
    <Form method="post" {...getFormProps(form)} className="grid max-w-sm gap-5">
      {form.errors ? (
        <Notice tone="bad">{form.errors.map((problem) => t(`problem.${problem}`)).join(' ')}</Notice>
      ) : null}
      <PasswordField
        field={fields.currentPassword}
        label={t('account.currentPassword')}
        autoComplete="current-password"
      />
      <PasswordField
        field={fields.newPassword}
        label={t('account.newPassword')}
        hint={t('account.length')}
        autoComplete="new-password"
      />
      <PasswordField field={fields.again} label={t('account.again')} autoComplete="new-password" />
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          {t('account.submit')}
        </Button>
      </div>
    </Form>
  )
}
