import { useTranslation } from 'react-i18next'
import type { IgnoredParameter } from '~/domain/ignored-parameter'
import { Notice } from './notice'

/** Lists the ignored parameters of the address. `nameOf` gives the page's own names for them. */
export function LeftOutNotice({
  leftOut,
  nameOf,
}: {
  leftOut: readonly IgnoredParameter[]
  nameOf?: (name: string) => string
}) {
  const { t } = useTranslation('common')
  if (leftOut.length === 0) return null
  return (
    <Notice tone="warn" live title={t('leftOut.title', { count: leftOut.length })}>
      <ul className="grid gap-0.5">
        {leftOut.map(({ name, value }) => (
          <li key={name} className="break-all">
            {t('leftOut.part', {
              name: nameOf?.(name) ?? t(`leftOut.name.${name}`, { defaultValue: name }),
              value,
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
