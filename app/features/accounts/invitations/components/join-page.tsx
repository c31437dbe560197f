import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { PageTitle } from '~/ui/page-title'

/** Explains what joining means before anything is stored. */
export function JoinPage({ account, joined }: { account: string; joined: boolean }) {
  const { t } = useTranslation('accounts')
  const busy = useNavigation().state === 'submitting'
  if (joined) {
    return (
      <PageTitle title={t('join.joined', { account })} lead={t('join.joinedText')}>
        <LinkButton to={paths.home()} tone="primary" className="w-fit">
          {t('join.go')}
        </LinkButton>
      </PageTitle>
    )
  }
  return (
    <PageTitle title={t('join.title', { account })} lead={t('join.text', { account })}>
      <Form method="post" className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" size="large" busy={busy}>
          {t('join.agree')}
        </Button>
        <LinkButton to={paths.home()} size="large" tone="quiet">
          {t('join.decline')}
        </LinkButton>
      </Form>
    </PageTitle>
  )
}
