import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '~/ui/copy-field'

/** A newly created key. It is shown only on this page. */
export function NewSecret({ name, secret }: { name: string; secret: string }) {
  const { t } = useTranslation('conversions')
  const [copied, setCopied] = useState(false)
  return (
    <section aria-label={t('keys.made', { name })} className="grid gap-3 rounded-xl bg-good-soft p-5">
      <div role="status" className="grid gap-0.5">
        <p className="font-medium">{t('keys.made', { name })}</p>
        <p className="text-sm text-muted">{copied ? t('keys.copied') : t('keys.madeText')}</p>
      </div>
      <CopyField
        label={t('keys.secret')}
        labelHidden
        value={secret}
        copy={t('keys.copy')}
        onCopied={() => setCopied(true)}
      />
    </section>
  )
}
