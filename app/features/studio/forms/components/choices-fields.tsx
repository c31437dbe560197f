import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Thing } from '~/domain/content/references/reference'
import { isLocale, localize } from '~/domain/text'
import { CheckboxInput, SelectInput } from '~/ui/controls'
import { NamedIcon } from '~/ui/named-icon'
import type { FormChoice } from '../form-choices'
import { EntryFrame } from './entry-frame'
import type { EntryProps } from './entry-frame'
import { useForm, useValue } from './form-model'
import { useComplaints } from './use-complaints'

interface Option {
  id: string
  label: string
}

/** Several of some words or things, as check boxes; in the order of the options. */
function CheckBoxes({ options, ...props }: EntryProps & { options: readonly Option[] }) {
  const { t } = useTranslation('forms')
  const { path, words, field, isRequired } = props
  const { change, canEdit } = useForm()
  const id = useId()
  const value = useValue(path)
  const chosen = Array.isArray(value) ? value.map(String) : []
  const complaints = useComplaints(field, path)
  const strange = chosen.filter((one) => !options.some((option) => option.id === one))
  const all = [...options, ...strange.map((one) => ({ id: one, label: one }))]
  const help = t(`${words}.$help`, { defaultValue: '' })
  const toggle = (option: string) => {
    const at = chosen.indexOf(option)
    if (at !== -1) change({ do: 'remove', path: [...path, at] })
    else change({ do: 'insert', path, value: option })
  }
  return (
    <fieldset className="grid gap-1.5" aria-describedby={complaints.length > 0 ? `${id}-error` : undefined}>
      <legend className="mb-1.5 flex w-full items-baseline justify-between text-sm font-medium">
        <span>{t(`${words}.$label`)}</span>
        {isRequired ? null : <span className="text-xs font-normal text-faint">{t('optional')}</span>}
      </legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {all.map((option) => (
          <label key={option.id} className="flex min-h-8 items-center gap-2 text-sm pointer-coarse:min-h-11">
            <CheckboxInput
              checked={chosen.includes(option.id)}
              disabled={!canEdit}
              onChange={() => toggle(option.id)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {help ? <p className="text-xs text-muted">{help}</p> : null}
      {complaints.length > 0 ? (
        <p id={`${id}-error`} className="text-xs font-medium text-bad">
          {complaints.join(' ')}
        </p>
      ) : null}
    </fieldset>
  )
}

/** Several of a few words. */
export function ChoicesField(props: EntryProps<'choices'>) {
  const { t } = useTranslation('forms')
  const { field, words } = props
  const options = field.options.map((id) => ({ id, label: t(`${words}.$option.${id}`) }))
  return <CheckBoxes {...props} options={options} />
}

/** Several things that other documents offer. */
export function ThingsField({ thing, ...props }: EntryProps & { thing: Thing }) {
  const { choices } = useForm()
  const nameOf = useChoiceName()
  const options = (choices[thing] ?? []).map((choice) => ({ id: choice.id, label: nameOf(choice) }))
  return <CheckBoxes {...props} options={options} />
}

/** One thing that another document offers, with how many live documents name it. */
export function ThingField({ thing, ...props }: EntryProps & { thing: Thing }) {
  const { t } = useTranslation('forms')
  const { path, isRequired } = props
  const { choices, change, canEdit } = useForm()
  const nameOf = useChoiceName()
  const known = choices[thing] ?? []
  const value = String(useValue(path) ?? '')
  const chosen = known.find((choice) => choice.id === value)
  return (
    <div className="grid gap-1">
      <EntryFrame {...props}>
        {(control) => (
          <span className="flex items-center gap-2">
            {thing === 'icon' && value ? (
              <NamedIcon name={value} className="size-5 shrink-0 text-muted" />
            ) : null}
            <SelectInput
              {...control}
              className="w-full"
              value={value}
              disabled={!canEdit}
              onChange={({ target }) =>
                change(
                  target.value === '' ? { do: 'remove', path } : { do: 'set', path, value: target.value },
                )
              }
            >
              {value === '' || !isRequired ? <option value="">{t('choose')}</option> : null}
              {value !== '' && !chosen ? <option value={value}>{value}</option> : null}
              {known.map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {nameOf(choice)}
                </option>
              ))}
            </SelectInput>
          </span>
        )}
      </EntryFrame>
      {chosen && thing !== 'icon' ? (
        <p className="text-xs text-faint">{t('uses', { count: chosen.uses })}</p>
      ) : null}
    </div>
  )
}

/** The name of a choice in the reader's language; its id where it has none. */
function useChoiceName(): (choice: FormChoice) => string {
  const { i18n } = useTranslation('forms')
  return ({ id, name }) => (name && localize(name, isLocale(i18n.language) ? i18n.language : 'en')) || id
}
