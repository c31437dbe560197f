import { Form, useNavigation } from '@remix-run/react'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { DOMAIN_LENGTH } from '../../schemas'

/** The domains by which visitors join, and a field to add one. */
export function DomainList({ domains }: { domains: string[] }) {
  const { t } = useTranslation('accounts')
  const busy = useNavigation().formData?.get('intent') === 'add-domain'
  return (
    <div className="grid gap-3">
      {domains.length === 0 ? null : (
        <ul className="grid text-sm">
          {domains.map((domain) => (
            <li
              key={domain}
              className="flex min-h-10 items-center justify-between gap-4 border-b border-line last:border-0"
            >
              <span>{domain}</span>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="domain" value={domain} />
                <button
                  name="intent"
                  value="remove-domain"
                  aria-label={t('removeDomain', { domain })}
                  className="grid size-9 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
                >
                  <X className="size-4" aria-hidden="true" />
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" preventScrollReset className="flex gap-2">
        <TextInput
          name="domain"
          required
          aria-label={t('domain')}
          placeholder="alder.example"
          maxLength={DOMAIN_LENGTH}
          autoComplete="off"
          className="min-w-0 flex-1 sm:max-w-64"
        />
        <Button type="submit" name="intent" value="add-domain" busy={busy}>
          {t('addDomain')}
        </Button>
      </Form>
    </div>
  )
}
