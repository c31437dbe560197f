import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckboxInput, SelectInput, TextArea, TextInput } from '~/ui/controls'
import { EntryFrame } from './entry-frame'
import type { EntryProps } from './entry-frame'
import { useForm, useValue } from './form-model'
import { useBuffered } from './use-buffered'

const asText = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** One line of text; a day is picked from a calendar. `options` are offered while typing. */
export function LineField(props: EntryProps<'line'> & { options?: readonly string[] }) {
  const { field, path, options = [] } = props
  const { change, canEdit } = useForm()
  const buffered = useBuffered(asText(useValue(path)), (text) =>
    change(text === '' ? { do: 'remove', path } : { do: 'set', path, value: text }),
  )
  const list = `${path.join('-')}-options`
  // Browser and server know different currencies and time zones, so that only the browser lists them.
  const [isBrowser, setBrowser] = useState(false)
  useEffect(() => setBrowser(true), [])
  const offered = isBrowser ? options : []
  return (
    <EntryFrame {...props}>
      {(control) => (
        <>
          <TextInput
            {...control}
            {...buffered}
            type={field.format === 'date' ? 'date' : field.format === 'email' ? 'email' : 'text'}
            readOnly={!canEdit}
            autoComplete="off"
            {...(offered.length > 0 ? { list } : {})}
          />
          {offered.length > 0 ? (
            <datalist id={list}>
              {offered.map((option) => (
                <option key={option} value={option} />
              ))}
            </datalist>
          ) : null}
        </>
      )}
    </EntryFrame>
  )
}

/** A number. What is no number is kept as it was typed, and told by the checks. */
export function NumberField(props: EntryProps<'number'>) {
  const { path, field } = props
  const { change, canEdit } = useForm()
  const buffered = useBuffered(asText(useValue(path)), (text) => {
    const number = Number(text)
    if (text.trim() === '') change({ do: 'remove', path })
    else change({ do: 'set', path, value: Number.isFinite(number) ? number : text })
  })
  return (
    <EntryFrame {...props}>
      {(control) => (
        <TextInput
          {...control}
          {...buffered}
          inputMode={field.whole ? 'numeric' : 'decimal'}
          className="max-w-40 tabular-nums"
          readOnly={!canEdit}
        />
      )}
    </EntryFrame>
  )
}

/** Yes or no. No is left out of the source where the field is optional. */
export function YesNoField({ path, words, isRequired }: EntryProps<'yes-no'>) {
  const { t } = useTranslation('forms')
  const { change, canEdit } = useForm()
  const isOn = useValue(path) === true
  return (
    <label className="flex min-h-10 items-center gap-2 text-sm">
      <CheckboxInput
        checked={isOn}
        disabled={!canEdit}
        onChange={() =>
          change(isOn && !isRequired ? { do: 'remove', path } : { do: 'set', path, value: !isOn })
        }
      />
      <span>{t(`${words}.$label`)}</span>
    </label>
  )
}

/** One of a few words. */
export function ChoiceField(props: EntryProps<'choice'>) {
  const { t } = useTranslation('forms')
  const { field, path, words, isRequired } = props
  const { change, canEdit } = useForm()
  const value = asText(useValue(path))
  return (
    <EntryFrame {...props}>
      {(control) => (
        <SelectInput
          {...control}
          value={value}
          disabled={!canEdit}
          onChange={({ target }) =>
            change(target.value === '' ? { do: 'remove', path } : { do: 'set', path, value: target.value })
          }
        >
          {value === '' || !isRequired ? <option value="">{t('choose')}</option> : null}
          {field.options.map((option) => (
            <option key={option} value={option}>
              {t(`${words}.$option.${option}`)}
            </option>
          ))}
        </SelectInput>
      )}
    </EntryFrame>
  )
}

/** A list of short lines in one field, one a line. */
export function LinesField(props: EntryProps<'list'>) {
  const { path } = props
  const { change, canEdit } = useForm()
  const value = useValue(path)
  const lines = Array.isArray(value) ? value.map(asText) : []
  const buffered = useBuffered(lines.join('\n'), (text) => {
    const written = text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    change({ do: 'set', path, value: written })
  })
  return (
    <EntryFrame {...props}>
      {(control) => (
        <TextArea {...control} {...buffered} rows={Math.min(8, lines.length + 2)} readOnly={!canEdit} />
      )}
    </EntryFrame>
  )
}
