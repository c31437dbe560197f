import { Form } from '@remix-run/react'
import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import type { EditorDocument } from './document-view'

interface FileBarProps {
  document: EditorDocument
  file: string
  canRemove: boolean
  onRemove: () => void
  children: ReactNode
}

/** The name of the open file over its source. Without JavaScript the source is a form that posts this one file. */
export function FileBar({ document, file, canRemove, onRemove, children }: FileBarProps) {
  const { t } = useTranslation('studio')
  return (
    <Form method="post" className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => event.preventDefault()}>
      <input type="hidden" name="intent" value="save-file" />
      <input type="hidden" name="file" value={file} />
      <input type="hidden" name="draftVersion" value={document.draftVersion} />
      <div className="flex min-h-9 items-center justify-between gap-2 border-b border-line pr-1 pl-3 text-xs text-muted">
        <span className="truncate">{file}</span>
        <span className="flex items-center gap-1">
          <noscript>
            <button className="min-h-8 rounded-md px-2 font-medium text-accent">{t('editor.save')}</button>
          </noscript>
          {canRemove ? (
            <Button
              tone="quiet"
              size="small"
              aria-label={t('editor.removeFile', { file })}
              onClick={onRemove}
            >
              <Trash2 className="size-3.5" aria-hidden="true" />
            </Button>
          ) : null}
        </span>
      </div>
      <div className="min-h-0 flex-1">{children}</div>
    </Form>
  )
}
