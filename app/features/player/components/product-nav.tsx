import { useTranslation } from 'react-i18next'
import type { NavView } from '~/domain/demo/view'
import { classNames } from '~/ui/class-names'
import { NavIcon } from './nav-icon'
import { ProductMark } from './product-mark'

/**
 * The product's side navigation. It shows where one is; the guide, not the navigation, leads from screen to screen. In a
 * narrow window the head names the current area instead.
 */
export function ProductNav({ name, nav }: { name: string; nav: NavView[] }) {
  const { t } = useTranslation('player')
  return (
    <div className="hidden w-52 shrink-0 bg-(--product-nav) py-4 text-(--product-nav-ink) @3xl/window:block">
      <p className="flex items-center gap-2.5 px-4 pb-5 text-sm font-semibold text-(--product-nav-strong)">
        <ProductMark name={name} className="size-6" />
        <span>{name}</span>
      </p>
      {nav.length > 0 ? (
        <ul aria-label={t('product.nav')} className="grid gap-1 px-2">
          {nav.map((entry) => (
            <li
              key={entry.id}
              aria-current={entry.current ? 'page' : undefined}
              className={classNames(
                'flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-[0.8125rem]',
                entry.current && 'bg-(--product-nav-current) font-medium text-(--product-nav-strong)',
              )}
            >
              <NavIcon name={entry.icon} />
              <span>{entry.label}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
