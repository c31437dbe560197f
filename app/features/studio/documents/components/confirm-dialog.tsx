import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { Dialog } from '~/ui/dialog'

interface ConfirmDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description: string
  confirm: string
  cancel?: string
  danger?: boolean
  busy?: boolean
  /** Something has to be chosen first. */
  disabled?: boolean
  onConfirm: () => void
  children?: ReactNode
}

/** Asks for confirmation before a change that others notice. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  description,
  confirm,
  cancel,
  danger = false,
  busy = false,
  disabled = false,
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const { t } = useTranslation('studio')
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      closeLabel={t('close')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{cancel ?? t('cancel')}</Button>
          <Button tone={danger ? 'danger' : 'primary'} busy={busy} disabled={disabled} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
