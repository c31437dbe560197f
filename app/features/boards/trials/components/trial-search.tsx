import { Form } from '@remix-run/react'
import { Search } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import type { TrialListQuery } from '../../filter/board-query'
import { SEARCH_LENGTH } from '../../filter/board-query'
import { currentParams } from '../trial-list-params'
import { HiddenParams } from './hidden-params'

/** Searches in what people wrote. A plain form: it works without JavaScript. */
export function TrialSearch({ query }: { query: TrialListQuery }) {
  const { t } = useTranslation('boards')
  const id = useId()
  return (
    <Form
      method="get"
      role="search"
      action={paths.trialList()}
      preventScrollReset
      className="flex w-full max-w-md gap-2"
    >
      <HiddenParams params={{ ...currentParams(query), search: undefined }} />
      <label htmlFor={id} className="sr-only">
        {t('trials.search.label')}
      </label>
      <TextInput
        id={id}
        key={query.search}
        type="search"
        name="search"
        defaultValue={query.search}
        maxLength={SEARCH_LENGTH}
        placeholder={t('trials.search.label')}
        className="flex-1"
      />
      <Button type="submit" icon={<Search aria-hidden="true" className="size-4" />}>
        {t('trials.search.do')}
      </Button>
    </Form>
  )
}
