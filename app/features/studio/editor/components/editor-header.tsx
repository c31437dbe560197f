import { Link } from '@remix-run/react'
import { Eye, History, MessagesSquare, Rocket } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DocumentAction } from '~/domain/content/lifecycle'
import { KIND_LAYOUT } from '~/domain/content/kinds'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { LinkButton } from '~/ui/link-button'
import type { EditorDocument } from './document-view'
import { StatusBadge } from '../../documents/components/status-badge'
import type { Draft } from './use-draft'
import { When } from '~/ui/when'
import type { EditorDialog } from './editor-dialog'
import { PresentPeople } from '../../presence/components/present-people'
import { MoreMenu } from './more-menu'
import { SaveState } from './save-state'

interface EditorHeaderProps {
  document: EditorDocument
  name: string
  draft: Draft
  view: 'form' | 'languages' | 'source'
  onOpen: (dialog: EditorDialog) => void
}

/** The document's name, status and actions. */
export function EditorHeader({ document, name, draft, view, onOpen }: EditorHeaderProps) {
  const { t } = useTranslation('studio')
  const { kind, slug, status, live, actions } = document
  const hasNews =
    !document.isChecked || document.changes.length > 0 || status !== 'published' || draft.dirty.length > 0
  const may = (action: DocumentAction) => actions.includes(action)
  const preview = previewOf(kind, slug)
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 gap-1">
        {KIND_LAYOUT[kind].singleton ? null : (
          <Link to={paths.documents(kind)} className="w-fit text-sm text-muted hover:text-ink">
            {t(`kind.${kind}.many`)}
          </Link>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-title">{name}</h1>
          <StatusBadge status={status} />
          {live ? (
            <span className="text-xs text-faint tabular-nums">
              <span>{`${t('revision', { number: live.number })}, `}</span>
              <When at={live.publishedAt} length="short" />
            </span>
          ) : null}
          <PresentPeople kind={kind} slug={slug} place={view} draftVersion={draft.base.version} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {may('edit') ? <SaveState draft={draft} document={document} /> : null}
        {preview ? (
          <LinkButton
            to={preview}
            size="small"
            tone="quiet"
            icon={<Eye className="size-4" aria-hidden="true" />}
          >
            {t('editor.preview')}
          </LinkButton>
        ) : null}
        <LinkButton
          to={paths.history(kind, slug)}
          size="small"
          tone="quiet"
          icon={<History className="size-4" aria-hidden="true" />}
        >
          {t('editor.history')}
        </LinkButton>
        <LinkButton
          to={paths.review(kind, slug)}
          size="small"
          tone="quiet"
          icon={<MessagesSquare className="size-4" aria-hidden="true" />}
        >
          {t('editor.review')}
        </LinkButton>
        {may('publish') ? (
          <Button
            className="noscript:hidden"
            tone={hasNews ? 'primary' : 'secondary'}
            size="small"
            icon={<Rocket className="size-4" aria-hidden="true" />}
            onClick={() => onOpen('publish')}
          >
            {t('editor.publish')}
          </Button>
        ) : null}
        <MoreMenu document={document} onOpen={onOpen} />
      </div>
    </header>
  )
}

/** Where the saved draft can be seen as visitors would see it. */
function previewOf(kind: EditorDocument['kind'], slug: string): string | null {
  if (kind === 'demo') return paths.preview(slug)
  return kind === 'help' || kind === 'page' ? paths.previewText(kind, slug) : null
}
