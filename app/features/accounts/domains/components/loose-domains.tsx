import { Form } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'

/** Work email domains without an account; each can become one. */
export function LooseDomains({
  domains,
}: {
  domains: { domain: string; visitors: number; verified: number }[]
}) {
  const { t } = useTranslation('accounts')
  if (domains.length === 0) return null
  return (
    <section aria-labelledby="loose" className="grid gap-2">
      <h2 id="loose" className="text-sm font-medium text-muted">
        {t('loose')}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {domains.map(({ domain, visitors, verified }) => (
          <li key={domain}>
            <Form method="post">
              <input type="hidden" name="name" value={domain} />
              <input type="hidden" name="domain" value={domain} />
              <Button
                type="submit"
                name="intent"
                value="create"
                size="small"
                icon={<Plus className="size-3.5" aria-hidden="true" />}
              >
                <span>{t('looseOne', { domain, count: visitors })}</span>
                {verified > 0 ? (
                  <span className="font-normal text-muted">{t('looseVerified', { count: verified })}</span>
                ) : null}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
