import { LOCALES } from '~/domain/text'
import { useDocumentCommand } from '../../documents/components/use-document-command'
import { LanguagesView } from '../../languages/components/languages-view'
import type { Editor } from './use-editor'

/** All texts of the draft, side by side. */
export function DraftLanguages({ editor: { document, draft, canEdit } }: { editor: Editor }) {
  const { kind, slug, around, basis } = document
  const command = useDocumentCommand(`confirm ${kind}/${slug}`)
  return (
    <LanguagesView
      kind={kind}
      files={draft.files}
      basis={basis}
      locales={around.locales ?? LOCALES}
      canEdit={canEdit}
      onChange={(change) => draft.send({ type: 'change', change })}
      onConfirm={(key, locale) => command.run('confirm-text', { key, locale })}
    />
  )
}
