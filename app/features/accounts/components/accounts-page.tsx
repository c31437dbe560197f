import { Link } from '@remix-run/react'
import { Building2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { PageHeader } from '~/ui/page-header'
import type { AccountAnswer } from '../account-answer'
import { accountTrialsHref } from '../account-trials-href'
import { AccountNotice } from './account-notice'
import { LooseDomains } from '../domains/components/loose-domains'
import { NewAccountForm } from './new-account-form'

interface AccountsPageProps {
  accounts: { id: string; name: string; domains: string[]; members: number; trials: number }[]
  loose: { domain: string; visitors: number; verified: number }[]
  answer: AccountAnswer | undefined
}

/** The list of accounts, with a form to create one. */
export function AccountsPage({ accounts, loose, answer }: AccountsPageProps) {
  const { t, i18n } = useTranslation('accounts')
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <div className="grid gap-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      <AccountNotice answer={answer} />
      <NewAccountForm />
      <LooseDomains domains={loose} />
      {accounts.length === 0 ? (
        <EmptyState icon={<Building2 aria-hidden="true" className="size-6" />} title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <DataTable label={t('title')}>
          <thead>
            <tr>
              <HeadCell>{t('name')}</HeadCell>
              <HeadCell className="max-sm:hidden">{t('domains')}</HeadCell>
              <HeadCell numeric>{t('members')}</HeadCell>
              <HeadCell numeric>{t('trials')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {accounts.map(({ id, name, domains, members, trials }) => (
              <Row key={id}>
                <Cell className="font-medium">
                  <Link to={paths.companyAccount(id)} className="hover:underline">
                    {name}
                  </Link>
                </Cell>
                <Cell className="text-muted max-sm:hidden">{domains.join(', ')}</Cell>
                <Cell numeric>{number.format(members)}</Cell>
                <Cell numeric>
                  <Link
                    to={accountTrialsHref(id)}
                    className="underline decoration-line-strong underline-offset-4 hover:decoration-ink"
                  >
                    {number.format(trials)}
                  </Link>
                </Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      )}
    </div>
  )
}
