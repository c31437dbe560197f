import { useLocation, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LocalLink } from '~/i18n/local-link'
import { LOCALES } from '~/domain/text'
import { paths } from '~/paths'
import type { loader as rootLoader } from '~/root'
import type { PageLink } from '../list-pages.server'
import { LanguageSwitch } from '~/ui/language-switch'
import { Logo } from '~/ui/logo'
import { SkipLink } from '~/ui/skip-link'
import { siteNameOf } from '~/ui/site-title'
import { ThemeSwitch } from '~/ui/theme-switch'

const NAV = [
  { to: paths.home(), key: 'nav.demos' },
  { to: paths.pricing(), key: 'nav.pricing' },
  { to: paths.help(), key: 'nav.help' },
  { to: paths.me(), key: 'nav.me' },
] as const

const isWithin = (path: string, place: string): boolean =>
  path === place || (place !== '/' && path.startsWith(`${place}/`))

function CenterNav() {
  const { t } = useTranslation('common')
  const { pathname } = useLocation()
  return (
    <nav aria-label={t('nav.main')} className="order-3 -mx-2 flex w-full sm:order-none sm:mx-0 sm:w-auto">
      {NAV.map((item) => (
        <LocalLink
          key={item.to}
          to={item.to}
          aria-current={isWithin(pathname, item.to) ? 'page' : undefined}
          className="flex min-h-11 items-center rounded-md px-2 text-sm font-medium text-muted hover:text-ink aria-[current=page]:text-ink sm:px-3"
        >
          {t(item.key)}
        </LocalLink>
      ))}
    </nav>
  )
}

function CenterHeader() {
  const root = useRouteLoaderData<typeof rootLoader>('root')
  const theme = root?.theme ?? 'system'
  const { t } = useTranslation('common')
  return (
    <header className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 px-5 pt-3 sm:px-8 sm:pt-5">
      <LocalLink to={paths.home()} className="flex min-h-11 items-center gap-2 font-semibold tracking-tight">
        <Logo />
        <span className="max-w-56 truncate">{siteNameOf(root)}</span>
      </LocalLink>
      <CenterNav />
      <div className="ml-auto flex items-center gap-1">
        <LanguageSwitch locales={root?.locales ?? LOCALES} />
        <ThemeSwitch theme={theme} />
        <LocalLink
          to={paths.talk()}
          className="ml-2 hidden min-h-9 items-center rounded-lg px-3 text-sm font-medium ring-1 ring-line-strong ring-inset hover:bg-sunken md:inline-flex"
        >
          {t('nav.talk')}
        </LocalLink>
      </div>
    </header>
  )
}

function CenterFooter({ pages }: { pages: readonly PageLink[] }) {
  const { t } = useTranslation('common')
  const link = 'inline-flex min-h-9 items-center hover:text-ink hover:underline underline-offset-4'
  return (
    <footer className="mx-auto mt-24 max-w-6xl px-5 sm:px-8">
      <div className="flex flex-wrap gap-x-6 gap-y-1 border-t border-line py-8 text-sm text-muted">
        <span className="mr-auto inline-flex min-h-9 items-center">{t('footer.line')}</span>
        {pages.map(({ slug, title }) => (
          <LocalLink key={slug} to={paths.page(slug)} className={link}>
            {title}
          </LocalLink>
        ))}
        <LocalLink to={paths.talk()} className={link}>
          {t('nav.talk')}
        </LocalLink>
        <LocalLink to={paths.me()} className={link}>
          {t('footer.privacy')}
        </LocalLink>
        <LocalLink to={paths.signIn()} className={link}>
          {t('footer.team')}
        </LocalLink>
      </div>
    </footer>
  )
}

const NO_PAGES: readonly PageLink[] = []

/** The header, navigation and footer around the center's pages. */
export function CenterFrame({
  children,
  pages = NO_PAGES,
}: {
  children: ReactNode
  pages?: readonly PageLink[]
}) {
  return (
    <>
      <SkipLink />
      <CenterHeader />
      <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-5 pt-10 outline-none sm:px-8 sm:pt-16">
        {children}
      </main>
      <CenterFooter pages={pages} />
    </>
  )
}
