import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
// The one place where parts of a text may stand beside elements.
// eslint-disable-next-line no-restricted-imports
import { Trans } from 'react-i18next'

interface RichTextProps {
  t: TFunction
  i18nKey: string
  values?: Record<string, string | number>
  count?: number
  /** The elements that the text names, such as `<all>…</all>`. */
  components: Record<string, ReactElement>
}

/** A text with elements in it. Other words replace it as a whole: parts of it may have been translated in the browser. */
export function RichText({ t, i18nKey, values, count, components }: RichTextProps) {
  const words = t(i18nKey, { ...values, ...(count !== undefined && { count }) })
  return (
    <span key={words} className="contents">
      <Trans
        t={t}
        i18nKey={i18nKey}
        components={components}
        {...(values && { values })}
        {...(count !== undefined && { count })}
      />
    </span>
  )
}
