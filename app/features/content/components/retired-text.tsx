import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { LinkButton } from '~/ui/link-button'
import { PageHeader } from '~/ui/page-header'

interface RetiredTextProps {
  /** The replacement; null when there is none. */
  instead: { href: string; title: string } | null
}

/** A help post or a page that is no longer offered, with what to read instead. */
export function RetiredText({ instead }: RetiredTextProps) {
  const { t } = useTranslation('center')
  return (
    <div className="grid gap-8">
      <PageHeader
        title={t('retiredText.title')}
        lead={t(instead ? 'retiredText.instead' : 'retiredText.none')}
      />
      <p>
        <LinkButton to={instead?.href ?? paths.help()}>{instead?.title ?? t('retiredText.help')}</LinkButton>
      </p>
    </div>
  )
}
