import { Link } from '@remix-run/react'
import { Film } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MediumKind } from '~/domain/content/medium'
import { isLocale, localize } from '~/domain/text'
import type { Text } from '~/domain/text'
import { paths } from '~/paths'

/** A medium as lists show it. */
export interface ShownMedium {
  name: string
  kind: MediumKind
  title: string
  alt: Text
  width: number
  height: number
}

/** Cards of media, each leading to its page. */
export function MediaGrid({ media }: { media: ShownMedium[] }) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] sm:gap-4">
      {media.map((medium) => (
        <li key={medium.name}>
          <MediumCard medium={medium} />
        </li>
      ))}
    </ul>
  )
}

function MediumCard({ medium: { name, kind, title, alt, width, height } }: { medium: ShownMedium }) {
  const { t, i18n } = useTranslation('media')
  return (
    <Link to={paths.medium(name)} className="group grid gap-2 rounded-xl">
      <span className="grid aspect-4/3 place-items-center overflow-hidden rounded-xl bg-sunken ring-1 ring-line group-hover:ring-faint">
        {kind === 'video' ? (
          <Film className="size-8 text-faint" aria-hidden="true" />
        ) : (
          <img
            src={paths.mediumFile(name, { w: '480' })}
            alt={localize(alt, isLocale(i18n.language) ? i18n.language : 'en')}
            width={width}
            height={height}
            loading="lazy"
            decoding="async"
            className="size-full object-contain"
          />
        )}
      </span>
      <span className="grid min-w-0">
        <span className="truncate text-sm font-medium">{title}</span>
        <span className="text-xs text-faint tabular-nums">{`${t(`kind.${kind}.one`)} · ${width} × ${height}`}</span>
      </span>
    </Link>
  )
}
