import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LocalLink } from '~/i18n/local-link'
import { paths } from '~/paths'
import type { Elements } from '~/ui/elements'
import { NamedIcon } from '~/ui/named-icon'
import type { DemoCard } from '../demo-card'
import { DemoFacts } from './demo-facts'

/** One demo in the catalogue, with a picture of its first screen; the whole row is a link. */
export function DemoRow({ demo, picture }: { demo: DemoCard; picture?: Elements }) {
  const { t } = useTranslation('center')
  return (
    <li className="group relative grid items-center gap-x-12 gap-y-6 border-t border-line py-8 sm:py-10 lg:grid-cols-[1fr_auto]">
      <div className="grid max-w-2xl gap-3">
        <p className="flex items-center gap-2 text-sm text-muted">
          {demo.scenario.icon ? (
            <NamedIcon name={demo.scenario.icon} className="size-4 shrink-0 opacity-70" />
          ) : null}
          <span>{demo.scenario.name}</span>
        </p>
        <h2 className="text-headline">
          <LocalLink
            to={paths.demo(demo.slug)}
            className="after:absolute after:inset-0 group-hover:text-accent"
          >
            {demo.title}
          </LocalLink>
        </h2>
        <p className="text-muted">{demo.summary}</p>
        {demo.done.length > 0 ? (
          <p className="text-sm">
            <span className="text-faint">{`${t('home.done')} `}</span>
            <span>{demo.done.join(' · ')}</span>
          </p>
        ) : null}
        <DemoFacts demo={demo} />
        <span className="mt-1 inline-flex items-center gap-2 text-sm font-medium text-accent">
          <span>{t('home.try')}</span>
          <ArrowRight
            className="size-4 transition-transform group-hover:translate-x-0.5"
            aria-hidden="true"
          />
        </span>
      </div>
      {picture}
    </li>
  )
}
