import { instantOf } from '~/domain/day'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { buttonClass } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { PageTitle } from '~/ui/page-title'

interface ReceiptPageProps {
  receipt: { id: string; at: string; counts: Record<string, number>; signature: string }
}

/** The receipt of an erasure, to print or save. It identifies nobody. */
export function ReceiptPage({ receipt }: ReceiptPageProps) {
  const { t, i18n } = useTranslation('privacy')
  const moment = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'UTC',
  }).format(instantOf(receipt.at))
  const erased = Object.entries(receipt.counts).filter(([, count]) => count > 0)
  return (
    <article className="grid max-w-2xl gap-10">
      <PageTitle title={t('receipt.title')} lead={t('receipt.lead')} />
      <dl className="grid gap-x-8 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)] sm:gap-y-3">
        <dt className="text-muted">{t('receipt.when')}</dt>
        <dd className="pb-2 tabular-nums sm:pb-0">
          <time dateTime={receipt.at}>{`${moment} UTC`}</time>
        </dd>
        <dt className="text-muted">{t('receipt.number')}</dt>
        <dd className="pb-2 font-mono text-xs leading-5 break-all sm:pb-0">{receipt.id}</dd>
        <dt className="text-muted">{t('receipt.signature')}</dt>
        <dd className="font-mono text-xs leading-5 break-all">{receipt.signature}</dd>
      </dl>
      <section aria-labelledby="erased-rows" className="grid gap-3">
        <h2 id="erased-rows" className="text-title">
          {t('receipt.what')}
        </h2>
        <dl className="grid">
          {erased.map(([kind, count]) => (
            <div key={kind} className="flex justify-between gap-6 border-b border-line py-2 last:border-0">
              <dt>{t(`receipt.kind.${kind}`)}</dt>
              <dd className="tabular-nums">{new Intl.NumberFormat(i18n.language).format(count)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div className="grid gap-2 text-sm text-muted">
        <p>{t('receipt.genuine')}</p>
        <p>{t('receipt.others')}</p>
      </div>
      <div className="flex flex-wrap gap-2 print:hidden">
        <a href={paths.receiptFile(receipt.id)} download className={buttonClass('primary')}>
          <Download className="size-4" aria-hidden="true" />
          <span>{t('receipt.file')}</span>
        </a>
        <LinkButton to={paths.home()}>{t('receipt.home')}</LinkButton>
      </div>
    </article>
  )
}
