import { NamedIcon } from '~/ui/named-icon'
import { useTranslation } from 'react-i18next'
import type { NavView } from '~/domain/demo/screen/view'
import { classNames } from '~/ui/class-names'
import { ProductMark } from './product-mark'

/**
 * The product's side navigation. It shows the current area and cannot be pressed: the guide leads from screen to
 * screen. In a narrow window the header names the current area instead.
 */
export function ProductNav({ name, nav }: { name: string; nav: NavView[] }) {
  const { t } = useTranslation('player')
  return (
    <div className="hidden w-52 shrink-0 cursor-default bg-(--product-nav) py-4 text-(--product-nav-ink) select-none @3xl/window:block">
      <p className="flex items-center gap-2.5 px-4 pb-5 text-sm font-semibold text-(--product-nav-strong)">
        <ProductMark name={name} className="size-6" />
        <span>{name}</span>
      </p>
      {nav.length > 0 ? (
        <ul aria-label={t('product.nav')} className="grid gap-0.5">
          {nav.map((entry) => (
            <li
              key={entry.id}
              aria-current={entry.current ? 'page' : undefined}
              className={classNames(
                'flex items-center gap-2.5 border-l-2 py-1.5 pr-3 pl-3.5 text-[0.8125rem]',
                entry.current
                  ? 'border-(--product-nav-strong) font-medium text-(--product-nav-strong)'
                  : 'border-transparent',
              )}
            >
              <NavIcon name={entry.icon} />
              <span>{entry.label}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {nav.length > 0 ? <p className="px-4 pt-5 text-xs leading-snug">{t('product.navShows')}</p> : null}
    </div>
  )
}

/** The icon of an entry of the simulated product's navigation. */
function NavIcon({ name }: { name: string | null }) {
  return <NamedIcon name={name} className="size-4 shrink-0 opacity-80" />
}
