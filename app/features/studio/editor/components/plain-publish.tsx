import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import type { EditorDocument } from './document-view'

/** Publishing where scripts do not run: a form that posts the draft version that was looked at. */
export function PlainPublish({ document }: { document: EditorDocument }) {
  const { t } = useTranslation('studio')
  if (!document.actions.includes('publish')) return null
  return (
    <noscript>
      <form method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="intent" value="publish" />
        <input type="hidden" name="draftVersion" value={document.draftVersion} />
        <span className="min-w-0 flex-1">
          <TextInput
            name="note"
            maxLength={500}
            aria-label={t('publish.note')}
            placeholder={t('publish.note')}
          />
        </span>
        <Button type="submit" tone="primary">
          {t('publish.confirm')}
        </Button>
      </form>
    </noscript>
  )
}
