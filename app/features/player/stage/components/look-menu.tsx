import { Menu as MenuIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { NavView } from '~/domain/demo/screen/view'
import { Menu, MenuItem } from '~/ui/menu'

/** The areas of the product that can be looked at, in a window too narrow for the side navigation. */
export function LookMenu({ nav, onLook }: { nav: readonly NavView[]; onLook: (screen: string) => void }) {
  const { t } = useTranslation('player')
  const open = nav.flatMap(({ id, label, look }) => (look === null ? [] : [{ id, label, look }]))
  if (open.length === 0) return null
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={t('product.nav')}
          className="grid size-8 place-items-center rounded-md text-muted hover:bg-sunken pointer-coarse:size-11"
        >
          <MenuIcon className="size-4" aria-hidden="true" />
        </button>
      }
    >
      {open.map(({ id, label, look }) => (
        <MenuItem key={id} onSelect={() => onLook(look)}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  )
}
