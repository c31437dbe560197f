import { useTranslation } from 'react-i18next'
import type { ButtonView } from '~/domain/demo/screen/blocks/button'
import type { ActionView } from '~/domain/demo/screen/blocks/view-parts'
import { Button } from '~/ui/button'
import { HelpButton } from '../../guide/components/help-button'
import { LockedButton, ProductButton } from '../../stage/components/product-button'
import { useScreen } from '../../stage/components/screen-context'
import { Tip } from '../../guide/components/tip'

const ROW = 'flex flex-wrap items-center gap-2 border-t border-line pt-4'

interface FormActionsProps {
  submit: ActionView
  beside: ButtonView[]
  onExample: (() => void) | null
}

/** The submit button of a form, the buttons that leave it, and one that fills in an example. */
export function FormActions({ submit, beside, onExample }: FormActionsProps) {
  const { t } = useTranslation('player')
  const { interactive, helpPoints } = useScreen()
  if (submit.locked) {
    return (
      <div className={ROW}>
        <LockedButton label={submit.label} locked={submit.locked} size="medium" />
        <WaysOut buttons={beside} />
      </div>
    )
  }
  return (
    <div className={ROW}>
      <Button type="submit" tone="primary" disabled={!interactive} className="disabled:opacity-100">
        {submit.label}
      </Button>
      <Tip text={submit.tip} about={submit.label} />
      <WaysOut buttons={beside} />
      {onExample ? (
        <HelpButton
          tone="quiet"
          className="ml-auto"
          onClick={onExample}
          label={t('form.example')}
          points={helpPoints}
        />
      ) : null}
    </div>
  )
}

function WaysOut({ buttons }: { buttons: ButtonView[] }) {
  return buttons.map((button) => <ProductButton key={button.id} action={button.action} />)
}
