import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { Kbd } from '~/ui/kbd'
import type { EditorDocument } from './document-view'
import type { Draft } from './use-draft'
import { useInstant } from '~/ui/when'

/** Whether everything is saved, and the save button. */
export function SaveState({ draft, document }: { draft: Draft; document: EditorDocument }) {
  const { t } = useTranslation('studio')
  const formatInstant = useInstant('short')
  const isMac = useIsMac()
  const { updatedAt } = document
  const when = formatInstant(updatedAt)
  const isDirty = draft.dirty.length > 0
  const words = draft.isSaving
    ? t('editor.saving')
    : isDirty
      ? t('editor.unsaved')
      : t('editor.saved', { when })
  return (
    <>
      <span role="status" className="mr-1 text-xs text-faint tabular-nums" suppressHydrationWarning>
        {words}
      </span>
      <Button
        size="small"
        className="noscript:hidden"
        busy={draft.isSaving}
        disabled={!isDirty}
        onClick={draft.save}
        type="button"
      >
        <span>{t('editor.save')}</span>
        <Kbd>{isMac ? '⌘S' : 'Ctrl S'}</Kbd>
      </Button>
    </>
  )
}

/** Which key saves. Known in the browser only. */
function useIsMac(): boolean {
  const [isMac, setMac] = useState(false)
  useEffect(() => setMac(/mac|iphone|ipad/i.test(navigator.userAgent)), [])
  return isMac
}
