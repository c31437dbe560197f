import { Form } from '@remix-run/react'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button, buttonClass } from '~/ui/button'
import { CheckboxInput } from '~/ui/controls'
import { HiddenParams } from '../../trials/components/hidden-params'
import { CHOSEN_COLUMNS, accountListParams, shownColumns, type AccountListQuery } from '../account-query'

/** Which columns the list shows. A plain form: the page turns its boxes into one parameter. */
export function AccountColumns({ query }: { query: AccountListQuery }) {
  const { t } = useTranslation('accounts-board')
  const shown = shownColumns(query)
  return (
    <details className="group open:w-full">
      <summary className={buttonClass('secondary', 'medium', 'w-fit list-none')}>
        <span>{t('columns.open')}</span>
        <ChevronDown aria-hidden="true" className="size-4 text-faint group-open:rotate-180" />
      </summary>
      <Form
        key={shown.join()}
        method="get"
        action={paths.accountsBoard()}
        preventScrollReset
        className="mt-4 grid gap-4 rounded-xl bg-sunken p-4"
      >
        <HiddenParams params={{ ...accountListParams(query), columns: undefined }} />
        <fieldset>
          <legend className="mb-2 text-sm text-muted">{t('columns.text')}</legend>
          <div className="flex flex-wrap gap-x-6">
            {CHOSEN_COLUMNS.map((column) => (
              <label key={column} className="flex min-h-9 items-center gap-2 text-sm pointer-coarse:min-h-11">
                <CheckboxInput name="show" value={column} defaultChecked={shown.includes(column)} />
                <span>{t(`column.${column}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <Button type="submit" tone="primary" size="small" className="w-fit">
          {t('columns.do')}
        </Button>
      </Form>
    </details>
  )
}
