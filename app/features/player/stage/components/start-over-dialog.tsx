import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { Dialog } from '~/ui/dialog'

interface StartOverDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  onConfirm: () => void
}

/** Asks for confirmation before starting over. The current trial is kept unchanged. */
export function StartOverDialog({ open, onOpenChange, onConfirm }: StartOverDialogProps) {
  const { t } = useTranslation('player')
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('startOver.title')}
      description={t('startOver.text')}
      closeLabel={t('startOver.cancel')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('startOver.cancel')}</Button>
          <Button tone="primary" onClick={onConfirm}>
            {t('startOver.confirm')}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  )
}
