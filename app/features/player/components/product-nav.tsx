import { useTranslation } from 'react-i18next'
import type { NavView } from '~/domain/demo/view'
import { classNames } from '~/ui/class-names'
import { NavIcon } from './nav-icon'
import { ProductMark } from './product-mark'

/** The product's side navigation. It shows where one is; the guide, not the navigation, leads from screen to screen. */
export function ProductNav({ name, nav }: { name: string; nav: NavView[] }) {
  const { t } = useTranslation('player')
  return (
    <div className="shrink-0 bg-(--product-nav) text-(--product-nav-ink) @3xl/window:w-52 @3xl/window:py-4">
      <p className="hidden items-center gap-2.5 px-4 pb-5 text-sm font-semibold text-(--product-nav-strong) @3xl/window:flex">
        <ProductMark name={name} className="size-6" />
        {name}
      </p>
      {nav.length > 0 ? (
        <ul
          aria-label={t('product.nav')}
          className="flex gap-1 overflow-x-auto px-2 py-1.5 @3xl/window:grid @3xl/window:overflow-visible @3xl/window:py-0"
        >
          {nav.map((entry) => (
            <li
              key={entry.id}
              aria-current={entry.current ? 'page' : undefined}
              className={classNames(
                'flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 text-xs whitespace-nowrap @3xl/window:min-h-9 @3xl/window:text-[0.8125rem]',
                entry.current && 'bg-(--product-nav-current) font-medium text-(--product-nav-strong)',
              )}
            >
              <NavIcon name={entry.icon} />
              {entry.label}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
