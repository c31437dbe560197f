import { Form, useLocation } from '@remix-run/react'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'

type Theme = 'system' | 'light' | 'dark'

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }
const ICON = { system: Monitor, light: Sun, dark: Moon }

/** Cycles through system, light and dark. A plain form, so that it works without JavaScript. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const { t } = useTranslation('common')
  const { pathname, search } = useLocation()
  const Icon = ICON[theme]
  return (
    <Form method="post" action={paths.theme()} preventScrollReset data-stay="theme">
      <input type="hidden" name="redirectTo" value={pathname + search} />
      <button
        name="theme"
        value={NEXT[theme]}
        aria-label={t('theme.change', { now: t(`theme.${theme}`), next: t(`theme.${NEXT[theme]}`) })}
        className="grid size-9 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
      >
        <Icon className="size-4" aria-hidden="true" />
      </button>
    </Form>
  )
}
