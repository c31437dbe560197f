import { Form } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { CopyField } from '~/ui/copy-field'
import { Field } from '~/ui/field'
import { Notice } from '~/ui/notice'
import { When } from '~/ui/when'
import type { WebhookView } from '../list-webhooks.server'
import { URL_LENGTH } from '../schemas'

export type WebhookAnswer = { secret: string } | { tested: true } | { error: string }

interface WebhookSectionProps {
  webhooks: readonly WebhookView[]
  answer: WebhookAnswer | undefined
}

/** The addresses of other systems that are told of alerts. */
export function WebhookSection({ webhooks, answer }: WebhookSectionProps) {
  const { t } = useTranslation('alerts')
  const secret = answer && 'secret' in answer ? answer.secret : null
  const error = answer && 'error' in answer ? [t(`webhook.error.${answer.error}`)] : undefined
  return (
    <section className="grid gap-4" aria-label={t('webhook.title')}>
      <div className="grid gap-1">
        <h2 className="text-title">{t('webhook.title')}</h2>
        <p className="max-w-prose text-sm text-muted">{t('webhook.lead')}</p>
      </div>
      {secret === null ? null : <Secret secret={secret} />}
      {answer && 'tested' in answer ? <Notice tone="good" live title={t('webhook.tested')} /> : null}
      {webhooks.length === 0 ? <p className="text-sm text-muted">{t('webhook.none')}</p> : null}
      <ul className="grid gap-3">
        {webhooks.map((webhook) => (
          <WebhookCard key={webhook.id} webhook={webhook} />
        ))}
      </ul>
      <Form key={secret ?? 'new'} method="post" preventScrollReset className="grid max-w-2xl gap-3">
        <Field label={t('webhook.url')} errors={error}>
          {(control) => (
            <TextInput
              {...control}
              type="url"
              name="url"
              required
              maxLength={URL_LENGTH}
              placeholder="https://…"
            />
          )}
        </Field>
        <Button type="submit" name="intent" value="add-webhook" className="w-fit">
          {t('webhook.add')}
        </Button>
      </Form>
    </section>
  )
}

function Secret({ secret }: { secret: string }) {
  const { t } = useTranslation('alerts')
  const [copied, setCopied] = useState(false)
  return (
    <div role="status" className="grid gap-3 rounded-xl bg-good-soft p-4">
      <p className="font-medium">{t('webhook.made')}</p>
      <p className="text-sm text-muted">{t(copied ? 'webhook.copied' : 'webhook.secretText')}</p>
      <CopyField
        label={t('webhook.secret')}
        labelHidden
        value={secret}
        copy={t('webhook.copy')}
        onCopied={() => setCopied(true)}
      />
    </div>
  )
}

function WebhookCard({ webhook: { id, url, deliveries } }: { webhook: WebhookView }) {
  const { t } = useTranslation('alerts')
  return (
    <li className="grid gap-2 rounded-xl bg-surface p-4 text-sm ring-1 ring-line">
      <p className="font-medium break-all">{url}</p>
      <p className="text-muted">{t(deliveries.length > 0 ? 'webhook.deliveries' : 'webhook.noDeliveries')}</p>
      <ul className="grid gap-1">
        {deliveries.map((delivery) => (
          <li key={delivery.id} className="flex flex-wrap gap-x-3 text-muted">
            <When at={delivery.createdAt} />
            <code>{delivery.event}</code>
            <span>{t(`webhook.state.${delivery.state}`)}</span>
            {delivery.answer === null ? null : <AnswerWords answer={delivery.answer} />}
            <span>{t('webhook.attempts', { count: delivery.attempts })}</span>
          </li>
        ))}
      </ul>
      <Form method="post" preventScrollReset className="flex flex-wrap gap-2">
        <input type="hidden" name="id" value={id} />
        <Button type="submit" name="intent" value="test-webhook" size="small">
          {t('webhook.test')}
        </Button>
        <Button type="submit" name="intent" value="remove-webhook" size="small" tone="danger">
          {t('webhook.remove')}
        </Button>
      </Form>
    </li>
  )
}

const STATUS = /^\d+$/

function AnswerWords({ answer }: { answer: string }) {
  const { t } = useTranslation('alerts')
  return <span>{STATUS.test(answer) ? t('webhook.answer', { answer }) : t(`webhook.problem.${answer}`)}</span>
}
