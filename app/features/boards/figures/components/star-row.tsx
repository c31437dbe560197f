import { Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'

/** One to five stars, with a text for screen readers. */
export function StarRow({ stars }: { stars: number }) {
  const { t } = useTranslation('boards')
  return (
    <span role="img" aria-label={t('rating.stars', { count: stars })} className="inline-flex gap-0.5">
      {[1, 2, 3, 4, 5].map((one) => (
        <Star
          key={one}
          aria-hidden="true"
          className={classNames('size-3.5', one <= stars ? 'fill-accent text-accent' : 'text-line-strong')}
        />
      ))}
    </span>
  )
}
