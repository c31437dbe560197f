import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { ScrollRegion } from '~/ui/scroll-region'

/** A text to copy into a demo, with a copy button. */
export function CopySource({ title, source }: { title: string; source: string }) {
  const { t } = useTranslation('gallery')
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(`${source}\n`)
    setCopied(true)
  }
  return (
    <figure className="grid min-w-0 content-start gap-2">
      <figcaption className="flex min-h-9 items-center justify-between gap-4 text-sm font-medium">
        <span>{title}</span>
        <span className="flex items-center gap-3">
          <span role="status" className="text-xs font-normal text-muted">
            {copied ? t('yaml.copied') : null}
          </span>
          <Button
            size="small"
            className="noscript:hidden"
            icon={
              copied ? (
                <Check className="size-4" aria-hidden="true" />
              ) : (
                <Copy className="size-4" aria-hidden="true" />
              )
            }
            onClick={() => void copy()}
          >
            <span>{t('yaml.copy')}</span>
            <span className="sr-only">{title}</span>
          </Button>
        </span>
      </figcaption>
      <ScrollRegion label={title} className="max-h-112 overflow-y-auto rounded-xl bg-sunken p-4">
        <pre className="text-xs leading-relaxed">
          <code>{source}</code>
        </pre>
      </ScrollRegion>
    </figure>
  )
}
