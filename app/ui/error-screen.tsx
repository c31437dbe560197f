import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { EmptyState } from './empty-state'
import { LinkButton } from './link-button'

const KNOWN = ['401', '403', '404', '410', '413', '422', '429', '503', '504'] as const

/** Bodies and addresses that no page of ours makes. */
const ODD = ['400', '415']

const statusOf = (error: unknown): string => {
  const status = isRouteErrorResponse(error) ? String(error.status) : '500'
  if (ODD.includes(status)) return '422'
  return KNOWN.some((known) => known === status) ? status : '500'
}

/** What went wrong, in words, and the way on. Shown by every error boundary. */
export function ErrorScreen() {
  const { t } = useTranslation('common')
  const status = statusOf(useRouteError())
  return (
    <EmptyState
      title={t(`error.${status}.title`)}
      action={
        <LinkButton to={paths.home()} tone="primary">
          {t('error.home')}
        </LinkButton>
      }
    >
      <p>{t(`error.${status}.text`)}</p>
    </EmptyState>
  )
}
