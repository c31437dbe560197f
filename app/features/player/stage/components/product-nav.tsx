import { NamedIcon } from '~/ui/named-icon'
import { useTranslation } from 'react-i18next'
import type { NavView } from '~/domain/demo/screen/view'
import { classNames } from '~/ui/class-names'
import { ProductMark } from './product-mark'

interface ProductNavProps {
  name: string
  nav: NavView[]
  /** Opens a screen to look at; null where nothing can be pressed, as in a replay. */
  onLook: ((screen: string) => void) | null
}

/**
 * The product's side navigation. It shows the current area, and opens those that can be looked at; the guide leads from screen
 * to screen. In a narrow window the header has it as a menu.
 */
export function ProductNav({ name, nav, onLook }: ProductNavProps) {
  const { t } = useTranslation('player')
  const opens = onLook !== null && nav.some(({ look }) => look !== null)
  return (
    <div className="hidden w-52 shrink-0 cursor-default bg-(--product-nav) py-4 text-(--product-nav-ink) select-none @3xl/window:block">
      <p className="flex items-center gap-2.5 px-4 pb-5 text-sm font-semibold text-(--product-nav-strong)">
        <ProductMark name={name} className="size-6" />
        <span>{name}</span>
      </p>
      {nav.length > 0 ? (
        <ul aria-label={t('product.nav')} className="grid gap-0.5">
          {nav.map((entry) => (
            <li key={entry.id} aria-current={entry.current ? 'page' : undefined}>
              <NavEntry entry={entry} onLook={onLook} />
            </li>
          ))}
        </ul>
      ) : null}
      {nav.length > 0 ? (
        <p className="px-4 pt-5 text-xs leading-snug">{t(opens ? 'product.navOpens' : 'product.navShows')}</p>
      ) : null}
    </div>
  )
}

function NavEntry({ entry, onLook }: { entry: NavView; onLook: ProductNavProps['onLook'] }) {
  const { look, current } = entry
  const appearance = classNames(
    'flex w-full items-center gap-2.5 border-l-2 py-1.5 pr-3 pl-3.5 text-left text-[0.8125rem]',
    current ? 'border-(--product-nav-strong) font-medium text-(--product-nav-strong)' : 'border-transparent',
  )
  const inside = (
    <>
      <NamedIcon name={entry.icon} className="size-4 shrink-0 opacity-80" />
      <span>{entry.label}</span>
    </>
  )
  if (look === null || onLook === null) return <span className={appearance}>{inside}</span>
  return (
    <button
      type="button"
      onClick={() => onLook(look)}
      className={classNames(
        appearance,
        'cursor-pointer hover:text-(--product-nav-strong) hover:underline underline-offset-4 pointer-coarse:min-h-11',
      )}
    >
      {inside}
    </button>
  )
}
