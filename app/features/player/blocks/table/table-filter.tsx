import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Filters the rows by text. It is local to this screen and not a step of the trial. */
export function TableFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('player')
  return (
    <span className="relative block w-full @md:w-52">
      <Search
        className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-faint"
        aria-hidden="true"
      />
      <input
        type="search"
        aria-label={t('table.filter')}
        placeholder={t('table.filter')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-8 w-full rounded-md bg-canvas pr-2 pl-8 text-base ring-1 ring-line ring-inset placeholder:text-faint sm:text-sm pointer-coarse:min-h-11"
      />
    </span>
  )
}
