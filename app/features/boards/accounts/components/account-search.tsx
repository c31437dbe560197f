import { Form } from '@remix-run/react'
import { Search } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { HiddenParams } from '../../trials/components/hidden-params'
import { ACCOUNT_SEARCH_LENGTH, accountListParams, type AccountListQuery } from '../account-query'

/** Searches in names and domains. A plain form: it works without JavaScript. */
export function AccountSearch({ query }: { query: AccountListQuery }) {
  const { t } = useTranslation('accounts-board')
  const id = useId()
  return (
    <Form
      method="get"
      role="search"
      action={paths.accountsBoard()}
      preventScrollReset
      className="flex w-full max-w-md gap-2"
    >
      <HiddenParams params={{ ...accountListParams(query), search: undefined }} />
      <label htmlFor={id} className="sr-only">
        {t('search.label')}
      </label>
      <TextInput
        id={id}
        key={query.search}
        type="search"
        name="search"
        defaultValue={query.search}
        maxLength={ACCOUNT_SEARCH_LENGTH}
        placeholder={t('search.label')}
        className="flex-1"
      />
      <Button type="submit" icon={<Search aria-hidden="true" className="size-4" />}>
        {t('search.do')}
      </Button>
    </Form>
  )
}
