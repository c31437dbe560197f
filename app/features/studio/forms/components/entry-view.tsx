import { useTranslation } from 'react-i18next'
import type { YamlPath } from '~/domain/content/edit/yaml-change'
import type { Entry, NamedEntry } from '~/domain/content/forms/entry'
import { askingOf } from '~/domain/content/forms/form-of-kind'
import type { Asking } from '~/domain/content/forms/form-of-kind'
import { ChoicesField, ThingField, ThingsField } from './choices-fields'
import type { EntryProps } from './entry-frame'
import { useForm } from './form-model'
import { GroupField, ListField, MapField } from './group-fields'
import { ChoiceField, LineField, LinesField, NumberField, YesNoField } from './line-fields'
import { TextField } from './text-field'

interface FormFieldsProps {
  fields: readonly NamedEntry[]
  path: YamlPath
  words: string
}

/** Fields one below the other, in the order of the schema. */
export function EntryList({ fields, path, words }: FormFieldsProps) {
  return (
    <div className="grid gap-5">
      {fields.map(({ name, field, isRequired }) => (
        <EntryView
          key={name}
          field={field}
          path={[...path, name]}
          words={`${words}.${name}`}
          isRequired={isRequired}
        />
      ))}
    </div>
  )
}

/** The field of one place: by how its path is asked for, else by its schema. */
export function EntryView(props: EntryProps) {
  const { kind } = useForm()
  const { field, path } = props
  const asking = askingOf(kind, path.filter((key) => typeof key === 'string').join('.'))
  if (field.kind === 'fixed') return null
  return (
    <div data-at={path.join('.')} className="min-w-0">
      {field.kind === 'line' ? (
        <LineView {...props} field={field} asking={asking} />
      ) : field.kind === 'list' ? (
        <ListView {...props} field={field} asking={asking} />
      ) : (
        <PlainView {...props} isLong={asking === 'long'} />
      )}
    </div>
  )
}

type Asked<Kind extends Entry['kind']> = EntryProps<Kind> & { asking: Asking | null }

function LineView({ asking, ...props }: Asked<'line'>) {
  const links = useLinks()
  switch (asking) {
    case null:
    case 'lines':
    case 'long':
      return <LineField {...props} />
    case 'link':
      return <LineField {...props} options={links} />
    case 'currency':
      return <LineField {...props} options={Intl.supportedValuesOf('currency')} />
    case 'time-zone':
      return <LineField {...props} options={['UTC', ...Intl.supportedValuesOf('timeZone')]} />
    default:
      return <ThingField {...props} thing={asking} />
  }
}

/** Addresses of the center that a link may lead to. */
function useLinks(): string[] {
  const { choices } = useForm()
  return [
    '/pricing',
    '/help',
    ...(choices.demo ?? []).map(({ id }) => `/demos/${id}`),
    ...(choices.help ?? []).map(({ id }) => `/help/${id}`),
    ...(choices.page ?? []).map(({ id }) => `/${id}`),
  ]
}

function ListView({ asking, ...props }: Asked<'list'>) {
  switch (asking) {
    case 'lines':
      return <LinesField {...props} />
    case 'plan':
    case 'audience':
      return <ThingsField {...props} thing={asking} />
    default:
      return <ListField {...props} View={EntryView} />
  }
}

function PlainView({ field, isLong, ...props }: EntryProps & { isLong: boolean }) {
  switch (field.kind) {
    case 'text':
      return <TextField {...props} field={field} isLong={isLong} />
    case 'number':
      return <NumberField {...props} field={field} />
    case 'yes-no':
      return <YesNoField {...props} field={field} />
    case 'choice':
      return <ChoiceField {...props} field={field} />
    case 'choices':
      return <ChoicesField {...props} field={field} />
    case 'map':
      return <MapField {...props} field={field} View={EntryView} />
    case 'group':
      // An item of a list has its frame already.
      return typeof props.path.at(-1) === 'number' || props.words.endsWith('.$value') ? (
        <EntryList fields={field.fields} path={props.path} words={props.words} />
      ) : (
        <GroupField {...props} field={field} View={EntryView} />
      )
    case 'source':
      return <InSource words={props.words} />
    default:
      return null
  }
}

function InSource({ words }: { words: string }) {
  const { t } = useTranslation('forms')
  return <p className="text-sm text-muted">{t('inSource', { name: t(`${words}.$label`) })}</p>
}
