import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
// The only place where text may be mixed with elements.
// eslint-disable-next-line no-restricted-imports
import { Trans } from 'react-i18next'

interface RichTextProps {
  t: TFunction
  i18nKey: string
  values?: Record<string, string | number>
  count?: number
  /** The elements named in the text, such as `<all>…</all>`. */
  components: Record<string, ReactElement>
}

/** A text with elements in it. A changed text replaces the whole, since the browser may have translated parts of it. */
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
