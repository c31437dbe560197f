import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { LinkButton } from '~/ui/link-button'
import { PageHeader } from '~/ui/page-header'
import type { DemoCard } from '../demo-card'
import { DemoRow } from './demo-row'

/** A demo that is no longer offered, with what to try instead. */
export function RetiredDemo({ instead }: { instead: DemoCard[] }) {
  const { t } = useTranslation('center')
  return (
    <div className="grid gap-10">
      <PageHeader title={t('retired.title')} lead={t(instead.length > 0 ? 'retired.text' : 'retired.none')} />
      {instead.length > 0 ? (
        <ul>
          {instead.map((demo) => (
            <DemoRow key={demo.slug} demo={demo} />
          ))}
        </ul>
      ) : (
        <p>
          <LinkButton to={paths.home()}>{t('retired.all')}</LinkButton>
        </p>
      )}
    </div>
  )
}
