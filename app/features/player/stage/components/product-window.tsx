import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenView } from '~/domain/demo/screen/view'
import type { Looking } from '../use-look'
import { LookMenu } from './look-menu'
import { ProductMark } from './product-mark'
import { ProductNav } from './product-nav'
import { RoleAvatar } from './role-avatar'
import '../product.css'

interface ProductWindowProps {
  view: ScreenView
  /** Lets the prospect look around; null where nothing can be pressed, as in a replay. */
  looking?: Looking | null
  children: ReactNode
}

/** The window of the simulated product with its name, navigation and signed-in person, around `children`. */
export function ProductWindow({ view, looking = null, children }: ProductWindowProps) {
  const { t } = useTranslation('player')
  const current = view.product.nav.find((entry) => entry.current)
  return (
    <section
      aria-label={t('product.label', { name: view.product.name })}
      className="product @container/window flex min-h-full flex-col overflow-hidden bg-canvas text-ink lg:h-full lg:rounded-xl lg:ring-1 lg:ring-line-strong"
    >
      <header className="flex h-11 shrink-0 items-center gap-3 border-b border-line bg-surface px-4 text-xs">
        <span className="hidden gap-1.5 @3xl/window:flex" aria-hidden="true">
          <svg viewBox="0 0 42 10" className="h-2.5 w-10.5 fill-line-strong">
            <circle cx="5" cy="5" r="5" />
            <circle cx="21" cy="5" r="5" />
            <circle cx="37" cy="5" r="5" />
          </svg>
        </span>
        <span className="flex items-center gap-2 font-semibold @3xl/window:hidden">
          <ProductMark name={view.product.name} className="size-5" />
          <span>{view.product.name}</span>
          {current ? <span className="font-normal text-muted">{current.label}</span> : null}
          {looking ? <LookMenu nav={view.product.nav} onLook={looking.open} /> : null}
        </span>
        <span className="hidden min-w-0 flex-1 justify-center @3xl/window:flex">
          <span className="max-w-96 flex-1 truncate rounded-md bg-sunken px-3 py-1 text-center text-muted">
            {t('product.sandbox')}
          </span>
        </span>
        <span className="ml-auto flex min-w-0 items-center gap-2 text-muted @3xl/window:ml-0">
          <RoleAvatar name={view.role.person ?? view.role.name} size="small" />
          <span className="truncate">{view.role.person ?? view.role.name}</span>
        </span>
      </header>
      <div className="flex min-h-0 flex-1 flex-col @3xl/window:flex-row">
        <ProductNav name={view.product.name} nav={view.product.nav} onLook={looking?.open ?? null} />
        <div className="min-w-0 flex-1 @3xl/window:overflow-y-auto">{children}</div>
      </div>
    </section>
  )
}
