import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocalPath } from '~/i18n/use-local-path'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'

/** Searches the help posts; a plain form, so that it works without JavaScript. */
export function SearchForm({ typed }: { typed: string }) {
  const { t } = useTranslation('center')
  const localize = useLocalPath()
  return (
    <form method="get" action={localize(paths.help())} role="search" className="flex max-w-xl gap-2">
      <label className="relative flex-1">
        <span className="sr-only">{t('help.search.label')}</span>
        <Search
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-faint"
          aria-hidden="true"
        />
        <TextInput
          key={typed}
          type="search"
          name="q"
          defaultValue={typed}
          maxLength={200}
          placeholder={t('help.search.placeholder')}
          autoComplete="off"
          enterKeyHint="search"
          className="pl-9"
        />
      </label>
      <Button type="submit">{t('help.search.send')}</Button>
    </form>
  )
}
