import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction = ({ matches }) => [siteTitle(matches)]

export function loader() {
  return data(null, { status: 404 })
}

export default function NotFound() {
  const { t } = useTranslation('center')
  return (
    <EmptyState
      title={t('notFound.title')}
      action={
        <>
          <LinkButton to={paths.home()} tone="primary">
            {t('notFound.home')}
          </LinkButton>
          <LinkButton to={paths.help()}>{t('notFound.help')}</LinkButton>
        </>
      }
    >
      <p>{t('notFound.text')}</p>
    </EmptyState>
  )
}
