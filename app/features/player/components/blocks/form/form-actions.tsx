import { useTranslation } from 'react-i18next'
import type { ActionView } from '~/domain/demo/blocks/shared'
import { Button } from '~/ui/button'
import { LockedButton } from '../../product-button'
import { useScreen } from '../../screen-context'
import { Tip } from '../../tip'

/** The one button of a form, and a way to spare the typing. */
export function FormActions({ submit, onExample }: { submit: ActionView; onExample: (() => void) | null }) {
  const { t } = useTranslation('player')
  const { interactive } = useScreen()
  if (submit.locked) return <LockedButton label={submit.label} locked={submit.locked} size="medium" />
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
      <Button type="submit" tone="primary" disabled={!interactive} className="disabled:opacity-100">
        {submit.label}
      </Button>
      <Tip text={submit.tip} about={submit.label} />
      {onExample ? (
        <Button tone="quiet" className="ml-auto" onClick={onExample}>
          {t('form.example')}
        </Button>
      ) : null}
    </div>
  )
}
