import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '~/domain/content/kinds'
import { KIND_LAYOUT } from '~/domain/content/kinds'
import { isLocale, localize } from '~/domain/text'
import type { Text } from '~/domain/text'

interface Named {
  kind: DocumentKind
  slug: string
  title?: Text | null
}

/**
 * The name of a document: its title in the reader's language; its slug until it is published; a singleton by its
 * kind.
 */
export function useDocumentName(): (document: Named) => string {
  const { t, i18n } = useTranslation('studio')
  return ({ kind, slug, title }) => {
    if (KIND_LAYOUT[kind].singleton) return t(`kind.${kind}.one`)
    return (title && localize(title, isLocale(i18n.language) ? i18n.language : 'en')) || slug
  }
}
