import { Copy } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'

/** A key that was just made. It is in this page alone: leaving it loses it. */
export function NewSecret({ name, secret }: { name: string; secret: string }) {
  const { t } = useTranslation('conversions')
  const id = useId()
  const [copied, setCopied] = useState(false)
  return (
    <section aria-label={t('keys.made', { name })} className="grid gap-3 rounded-xl bg-good-soft p-5">
      <div role="status" className="grid gap-0.5">
        <p className="font-medium">{t('keys.made', { name })}</p>
        <p className="text-sm text-muted">{copied ? t('keys.copied') : t('keys.madeText')}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <label htmlFor={id} className="sr-only">
          {t('keys.secret')}
        </label>
        <TextInput
          id={id}
          readOnly
          value={secret}
          className="min-w-0 flex-1 basis-72 font-mono text-xs"
          onFocus={(event) => event.target.select()}
        />
        <Button
          icon={<Copy className="size-4" aria-hidden="true" />}
          onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
        >
          {t('keys.copy')}
        </Button>
      </div>
    </section>
  )
}
