import { Link } from '@remix-run/react'
import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Menu, MenuItem, MenuSeparator } from '~/ui/menu'
import type { EditorDocument } from './document-view'
import type { EditorDialog } from './editor-dialog'

interface MoreMenuProps {
  document: EditorDocument
  onOpen: (dialog: EditorDialog) => void
}

/** Rare actions on a document. Absent when there are none. */
export function MoreMenu({ document, onOpen }: MoreMenuProps) {
  const { t } = useTranslation('studio')
  const { kind, slug, live, changes, actions } = document
  const address = addressOf(document)
  const dialogs = (['discard', 'restore'] as const).filter((dialog) =>
    dialog === 'discard'
      ? actions.includes('edit') && live !== null && changes.length > 0
      : actions.includes('restore'),
  )
  const last = actions.includes('retire') ? 'retire' : actions.includes('delete') ? 'delete' : null
  if (kind !== 'demo' && !address && dialogs.length === 0 && !last) return null
  return (
    <Menu
      trigger={
        <Button tone="quiet" size="small" className="noscript:hidden" aria-label={t('editor.more')}>
          <Ellipsis className="size-4" aria-hidden="true" />
        </Button>
      }
    >
      {address ? (
        <MenuItem asChild>
          <Link to={address}>{t('editor.openLive')}</Link>
        </MenuItem>
      ) : null}
      {kind === 'demo' && actions.includes('edit') ? (
        <MenuItem asChild>
          <Link to={`${paths.documents('demo')}?new&copy=${slug}`}>{t('editor.duplicate')}</Link>
        </MenuItem>
      ) : null}
      {kind === 'demo' ? (
        <MenuItem asChild>
          <Link to={paths.blocks()}>{t('editor.blocks')}</Link>
        </MenuItem>
      ) : null}
      {dialogs.map((dialog) => (
        <MenuItem key={dialog} onSelect={() => onOpen(dialog)}>
          {t(`editor.${dialog}`)}
        </MenuItem>
      ))}
      {last ? (
        <>
          <MenuSeparator />
          <MenuItem danger onSelect={() => onOpen(last)}>
            {t(`editor.${last}`)}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  )
}

/** Where visitors find the document, while they do. */
function addressOf({ kind, slug, status }: EditorDocument): string | null {
  if (status !== 'published') return null
  if (kind === 'demo') return paths.demo(slug)
  if (kind === 'help') return paths.helpPost(slug)
  return kind === 'page' ? paths.page(slug) : null
}
