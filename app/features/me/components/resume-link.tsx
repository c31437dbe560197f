import { Copy } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'

/** A link that opens the trial on another device. It is shown once and is as good as a key. */
export function ResumeLink({ link }: { link: string }) {
  const { t } = useTranslation('center')
  const id = useId()
  const [copied, setCopied] = useState(false)
  return (
    <div className="grid gap-2 rounded-xl bg-sunken p-4 sm:col-span-2">
      <label htmlFor={id} className="text-sm font-medium">
        {t('me.link')}
      </label>
      <div className="flex flex-wrap gap-2">
        <TextInput
          id={id}
          readOnly
          value={link}
          className="min-w-0 flex-1 basis-64 font-mono text-xs"
          onFocus={(event) => event.target.select()}
        />
        <Button
          icon={<Copy className="size-4" aria-hidden="true" />}
          onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
        >
          {t('me.copy')}
        </Button>
      </div>
      <p role="status" className="text-xs text-muted">
        {copied ? t('me.copied') : t('me.linkText')}
      </p>
    </div>
  )
}
