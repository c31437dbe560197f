import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'

/** What somebody outside is told whose link does not work. */
export function BrokenLinkPage() {
  const { t } = useTranslation('outlets')
  return (
    <main className="mx-auto grid max-w-xl gap-2 px-4 py-16">
      <h1 className="text-headline">{t('shared.goneTitle')}</h1>
      <p className="text-muted">{t('shared.goneText')}</p>
    </main>
  )
}

/** One press ends the mail of a board. Opening the link does nothing, because link previews open it too. */
export function UnsubscribePage({ isDone }: { isDone: boolean }) {
  const { t } = useTranslation('outlets')
  return (
    <main className="mx-auto grid max-w-xl gap-4 px-4 py-16">
      <h1 className="text-headline">{t('unsubscribe.title')}</h1>
      {isDone ? (
        <p role="status" className="text-muted">
          {t('unsubscribe.done')}
        </p>
      ) : (
        <Form method="post" className="grid gap-4">
          <p className="text-muted">{t('unsubscribe.text')}</p>
          <Button type="submit" tone="primary" className="w-fit">
            {t('unsubscribe.press')}
          </Button>
        </Form>
      )}
    </main>
  )
}
