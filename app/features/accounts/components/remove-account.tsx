import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'

/** Two presses, with or without JavaScript: opening says what will happen, the button inside does it. */
export function RemoveAccount({ blocked }: { blocked: boolean }) {
  const { t } = useTranslation('accounts')
  if (blocked) return <p className="text-sm text-muted">{t('removeBlocked')}</p>
  return (
    <details className="grid gap-3">
      <summary className="inline-flex min-h-10 w-fit list-none items-center rounded-lg px-4 text-sm font-medium text-bad ring-1 ring-line-strong ring-inset hover:bg-bad-soft pointer-coarse:min-h-11">
        {t('removeAsk')}
      </summary>
      <Form method="post" className="mt-3 grid max-w-xl gap-3 rounded-xl bg-bad-soft p-4 text-sm">
        <p>{t('removeWarning')}</p>
        <Button type="submit" name="intent" value="remove" tone="danger" className="w-fit">
          {t('removeGo')}
        </Button>
      </Form>
    </details>
  )
}
