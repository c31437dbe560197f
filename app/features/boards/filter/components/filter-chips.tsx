import { Link } from '@remix-run/react'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

export interface FilterChip {
  key: string
  label: string
  /** The page without this part of the filter. */
  without: string
}

/** The active filters, each with a link to remove it. */
export function FilterChips({ chips }: { chips: FilterChip[] }) {
  const { t } = useTranslation('boards')
  if (chips.length === 0) return null
  return (
    <ul aria-label={t('filter.active')} className="flex flex-wrap gap-2">
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <Link
            to={without}
            preventScrollReset
            aria-label={t('filter.remove', { label })}
            className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full bg-accent-soft pr-2 pl-3 text-sm text-accent hover:text-accent-hover pointer-coarse:min-h-11"
          >
            <span className="truncate">{label}</span>
            <X aria-hidden="true" className="size-3.5 shrink-0" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
