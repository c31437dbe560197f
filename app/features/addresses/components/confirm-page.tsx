import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import { PageTitle } from '~/ui/page-title'

/** The state of a confirmation link: open, just confirmed, or no longer valid. */
export type ConfirmState = 'open' | 'done' | 'gone'

/** Asks for confirmation of an address. It does not name the address: the message did. */
export function ConfirmPage({ state }: { state: ConfirmState }) {
  const { t } = useTranslation('center')
  const busy = useNavigation().state !== 'idle'
  if (state !== 'open') {
    return (
      <div className="grid max-w-2xl gap-8" role="status">
        <PageTitle title={t(`confirm.${state}`)} lead={t(`confirm.${state}Text`)} />
        <LinkButton to={paths.me()} tone="primary" size="large" className="w-fit">
          {t('confirm.mine')}
        </LinkButton>
      </div>
    )
  }
  return (
    <div className="grid max-w-2xl gap-8">
      <PageTitle title={t('confirm.title')} lead={t('confirm.text')} />
      <Form method="post" className="flex flex-wrap gap-3">
        <Button type="submit" tone="primary" size="large" busy={busy}>
          {t('confirm.go')}
        </Button>
        <LinkButton to={paths.home()} size="large">
          {t('confirm.no')}
        </LinkButton>
      </Form>
      <p className="max-w-xl text-sm text-muted">{t('confirm.other')}</p>
    </div>
  )
}
