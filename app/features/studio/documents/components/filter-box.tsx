import { Form, useSubmit } from '@remix-run/react'
import { Search } from 'lucide-react'
import { forwardRef } from 'react'
import { useTranslation } from 'react-i18next'
import { TextInput } from '~/ui/controls'

/** Filters the list while somebody types; without JavaScript, on Enter. */
export const FilterBox = forwardRef<HTMLInputElement, { text: string }>(function FilterBox({ text }, ref) {
  const { t } = useTranslation('studio')
  const submit = useSubmit()
  return (
    <Form
      role="search"
      className="relative w-full sm:w-72"
      onChange={(event) => void submit(event.currentTarget, { replace: true })}
    >
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-3 z-10 size-4 -translate-y-1/2 text-faint"
      />
      <TextInput
        ref={ref}
        type="search"
        name="text"
        defaultValue={text}
        aria-label={t('list.filter')}
        placeholder={t('list.filter')}
        className="pl-9"
        autoComplete="off"
      />
    </Form>
  )
})
