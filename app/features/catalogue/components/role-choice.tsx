import { useTranslation } from 'react-i18next'
import type { DemoCard } from '../demo-card'

/** The choice of start role, for demos with several. The first is the default. */
export function RoleChoice({ roles }: { roles: DemoCard['roles'] }) {
  const { t } = useTranslation('center')
  return (
    <fieldset>
      <legend className="mb-3 text-sm font-medium">{t('demo.role')}</legend>
      <div className="flex flex-wrap gap-2">
        {roles.map((role, index) => (
          <label
            key={role.id}
            className="inline-flex min-h-10 cursor-pointer items-center gap-2 rounded-full px-4 text-sm ring-1 ring-line-strong ring-inset has-checked:bg-accent-soft has-checked:ring-2 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name="role"
              value={role.id}
              defaultChecked={index === 0}
              className="accent-accent outline-none"
            />
            <span>
              {role.person ? t('demo.person', { person: role.person, role: role.name }) : role.name}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
