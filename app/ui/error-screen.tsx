import { isRouteErrorResponse, useLocation, useOutletContext, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { EmptyState } from './empty-state'
import { LinkButton } from './link-button'

const KNOWN = ['401', '403', '404', '410', '413', '422', '429', '503', '504'] as const

/** Statuses of requests that none of our pages send. */
const ODD = ['400', '415']

/** Errors that may disappear when the request is repeated. */
const PASSING = ['429', '500', '503', '504']

const statusOf = (error: unknown): string => {
  const status = isRouteErrorResponse(error) ? String(error.status) : '500'
  if (ODD.includes(status)) return '422'
  return KNOWN.some((known) => known === status) ? status : '500'
}

/**
 * Explains an error and offers a way on. Shown by every error boundary; `first` is the start page of a member of staff,
 * by default taken from the layout.
 */
export function ErrorScreen({ first: given }: { first?: string | undefined }) {
  const outlet = useOutletContext<{ first?: string } | null | undefined>()
  const first = given ?? outlet?.first
  const { t } = useTranslation('common')
  const { pathname, search } = useLocation()
  const status = statusOf(useRouteError())
  const here = pathname + search
  return (
    <EmptyState
      title={t(`error.${status}.title`)}
      action={
        <>
          {status === '401' ? (
            <LinkButton to={paths.signIn({ to: here })} tone="primary">
              {t('error.signIn')}
            </LinkButton>
          ) : null}
          {PASSING.includes(status) ? (
            <LinkButton to={here} reloadDocument tone="primary">
              {t('error.again')}
            </LinkButton>
          ) : null}
          <LinkButton to={first ?? paths.home()}>
            {t(first === undefined ? 'error.home' : 'error.first')}
          </LinkButton>
        </>
      }
    >
      <p>{t(`error.${status}.text`)}</p>
    </EmptyState>
  )
}
