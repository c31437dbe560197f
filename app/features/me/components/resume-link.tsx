import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyField } from '~/ui/copy-field'

/** A link that opens the trial on another device. It is shown once and grants access like a key. */
export function ResumeLink({ link }: { link: string }) {
  const { t } = useTranslation('center')
  const [copied, setCopied] = useState(false)
  return (
    <div className="grid gap-2 rounded-xl bg-sunken p-4 sm:col-span-2">
      <CopyField label={t('me.link')} value={link} copy={t('me.copy')} onCopied={() => setCopied(true)} />
      <p role="status" className="text-xs text-muted">
        {copied ? t('me.copied') : t('me.linkText')}
      </p>
    </div>
  )
}
