import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '~/domain/content/forms/entry'
import { isJsonObject } from '~/domain/json'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { emptyItem } from '../empty-item'
import type { EntryProps } from './entry-frame'
import { useForm, useValue } from './form-model'
import { IconButton } from './icon-button'
import { ItemActions } from './item-actions'
import { useComplaints } from './use-complaints'

/** Draws the fields inside, whatever their kind. */
type Nested<Kind extends Entry['kind']> = EntryProps<Kind> & {
  View: (props: EntryProps) => JSX.Element | null
}

/** Fields that belong together, below one heading. */
export function GroupField({ field, path, words, View }: Nested<'group'>) {
  const { t } = useTranslation('forms')
  const complaints = useComplaints(field, path)
  const help = t(`${words}.$help`, { defaultValue: '' })
  return (
    <fieldset className="grid gap-3 border-l-2 border-line pl-4">
      <legend className="mb-2 text-sm font-medium">{t(`${words}.$label`)}</legend>
      {help ? <p className="text-xs text-muted">{help}</p> : null}
      <Complaints told={complaints} />
      {field.fields.map(({ name, field: inner, isRequired }) => (
        <View
          key={name}
          field={inner}
          path={[...path, name]}
          words={`${words}.${name}`}
          isRequired={isRequired}
        />
      ))}
    </fieldset>
  )
}

/** A list of things with several fields: each can be moved and removed, and new ones are added at the end. */
export function ListField({ field, path, words, View }: Nested<'list'>) {
  const { t } = useTranslation('forms')
  const { change, canEdit } = useForm()
  const value = useValue(path)
  const items: unknown[] = Array.isArray(value) ? value : []
  const complaints = useComplaints(field, path)
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-sm font-medium">{t(`${words}.$label`)}</legend>
      <Complaints told={complaints} />
      <ol className="grid gap-3">
        {items.map((_, index) => (
          <li key={index} className="grid gap-3 rounded-xl bg-surface p-4 ring-1 ring-line">
            <View field={field.item} path={[...path, index]} words={words} isRequired />
            {canEdit ? (
              <ItemActions
                name={t(`${words}.$item`, { number: index + 1 })}
                index={index}
                count={items.length}
                onMove={(to) => change({ do: 'move', path, from: index, to })}
                onRemove={() => change({ do: 'remove', path: [...path, index] })}
              />
            ) : null}
          </li>
        ))}
      </ol>
      {canEdit && (field.max === null || items.length < field.max) ? (
        <AddButton
          label={t(`${words}.$add`)}
          onPress={() => change({ do: 'insert', path, value: emptyItem(field.item, items) })}
        />
      ) : null}
    </fieldset>
  )
}

/** Values under names: a new one is added by its name. */
export function MapField({ field, path, words, View }: Nested<'map'>) {
  const { t } = useTranslation('forms')
  const { change, canEdit } = useForm()
  const value = useValue(path)
  const held = isJsonObject(value) ? value : {}
  const complaints = useComplaints(field, path)
  const help = t(`${words}.$help`, { defaultValue: '' })
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-sm font-medium">{t(`${words}.$label`)}</legend>
      {help ? <p className="text-xs text-muted">{help}</p> : null}
      <Complaints told={complaints} />
      {Object.keys(held).map((name) => (
        <div key={name} className="grid gap-3 rounded-xl bg-surface p-4 ring-1 ring-line">
          <div className="flex items-center justify-between gap-2">
            <code className="text-xs text-muted">{name}</code>
            {canEdit ? (
              <IconButton
                label={t('remove', { name })}
                onPress={() => change({ do: 'remove', path: [...path, name] })}
              >
                <Trash2 className="size-4" aria-hidden="true" />
              </IconButton>
            ) : null}
          </div>
          <View field={field.value} path={[...path, name]} words={`${words}.$value`} isRequired />
        </div>
      ))}
      {canEdit ? (
        <AddNamed
          label={t(`${words}.$add`)}
          taken={Object.keys(held)}
          onAdd={(name) => change({ do: 'set', path: [...path, name], value: emptyItem(field.value, []) })}
        />
      ) : null}
    </fieldset>
  )
}

function AddNamed({
  label,
  taken,
  onAdd,
}: {
  label: string
  taken: readonly string[]
  onAdd: (name: string) => void
}) {
  const { t } = useTranslation('forms')
  const [name, setName] = useState('')
  const trimmed = name.trim()
  const canAdd = trimmed !== '' && !taken.includes(trimmed)
  const add = () => {
    if (!canAdd) return
    onAdd(trimmed)
    setName('')
  }
  return (
    <div className="flex max-w-sm gap-2">
      <TextInput
        aria-label={label}
        placeholder={t('newName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
      />
      <AddButton label={label} onPress={add} disabled={!canAdd} />
    </div>
  )
}

export function AddButton({
  label,
  onPress,
  disabled = false,
}: {
  label: string
  onPress: () => void
  disabled?: boolean
}) {
  return (
    <Button
      size="small"
      className="w-fit"
      disabled={disabled}
      icon={<Plus className="size-4" aria-hidden="true" />}
      onClick={onPress}
    >
      {label}
    </Button>
  )
}

function Complaints({ told }: { told: readonly string[] }) {
  return told.length > 0 ? <p className="text-xs font-medium text-bad">{told.join(' ')}</p> : null
}
