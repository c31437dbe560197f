import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { SelectInput } from '~/ui/controls'
import type { AccountView } from '../../read-account.server'

/** Merges this account into another, and lists the accounts merged into it. */
export function MergeForm({ account }: { account: AccountView }) {
  const { t } = useTranslation('accounts')
  const busy = useNavigation().formData?.get('intent') === 'merge'
  return (
    <div className="grid gap-3">
      {account.merged.length === 0 ? null : (
        <p className="text-sm">
          <span>{`${t('holds')} `}</span>
          {account.merged.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 ? <span>{', '}</span> : null}
              <Link to={paths.companyAccount(id)} className="underline underline-offset-4">
                {name}
              </Link>
            </span>
          ))}
        </p>
      )}
      {account.mergedInto !== null || account.others.length === 0 ? null : (
        <Form method="post" preventScrollReset className="flex flex-wrap gap-2">
          <SelectInput name="into" aria-label={t('mergeInto')} className="min-w-0 flex-1 sm:max-w-64">
            {account.others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectInput>
          <Button type="submit" name="intent" value="merge" busy={busy}>
            {t('mergeGo')}
          </Button>
        </Form>
      )}
    </div>
  )
}
