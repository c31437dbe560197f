import { useTranslation } from 'react-i18next'
import type { ScreenView } from '~/domain/demo/screen/view'
import { RoleAvatar } from './role-avatar'

/** The role that the prospect has now. */
export function RoleLine({ role }: { role: ScreenView['role'] }) {
  const { t } = useTranslation('player')
  const person = role.person ?? role.name
  return (
    <p className="flex min-w-0 items-center gap-2.5 text-sm">
      <RoleAvatar name={person} size="medium" />
      <span className="grid min-w-0">
        <span className="truncate font-medium">{t('role.you', { person })}</span>
        {role.person ? <span className="truncate text-xs text-muted">{role.name}</span> : null}
      </span>
    </p>
  )
}
