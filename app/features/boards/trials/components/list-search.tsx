import { Form } from '@remix-run/react'
import { Search } from 'lucide-react'
import { useId } from 'react'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { HiddenParams } from './hidden-params'

interface ListSearchProps {
  /** The address of the list. */
  action: string
  /** What the address says besides the search. */
  params: Record<string, string | undefined>
  search: string | undefined
  maxLength: number
  label: string
  submit: string
}

/** Searches in a list. A plain form: it works without JavaScript. */
export function ListSearch({ action, params, search, maxLength, label, submit }: ListSearchProps) {
  const id = useId()
  return (
    <Form
      method="get"
      role="search"
      action={action}
      preventScrollReset
      className="flex w-full max-w-md gap-2"
    >
      <HiddenParams params={{ ...params, search: undefined }} />
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <TextInput
        id={id}
        key={search}
        type="search"
        name="search"
        defaultValue={search}
        maxLength={maxLength}
        placeholder={label}
        className="flex-1"
      />
      <Button type="submit" icon={<Search aria-hidden="true" className="size-4" />}>
        {submit}
      </Button>
    </Form>
  )
}
