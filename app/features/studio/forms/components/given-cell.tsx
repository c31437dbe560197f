import { useTranslation } from 'react-i18next'
import type { YamlPath } from '~/domain/content/edit/yaml-change'
import { isJsonObject } from '~/domain/json'
import type { Json } from '~/domain/json'
import { localize } from '~/domain/text'
import type { Text } from '~/domain/text'
import { SelectInput, TextInput } from '~/ui/controls'
import { useForm, useValue } from './form-model'
import { useBuffered } from './use-buffered'

/** How a plan can have a feature. */
const GIVEN = ['yes', 'no', 'number', 'words'] as const
type Given = (typeof GIVEN)[number]

function givenOf(value: unknown): Given {
  if (value === true) return 'yes'
  if (typeof value === 'number') return 'number'
  return isJsonObject(value) ? 'words' : 'no'
}

interface FeatureCellProps {
  path: YamlPath
  /** The feature and the plan, for screen readers. */
  name: string
}

/** What one plan gives of one feature: yes, no, a number, or words in the language that is shown. */
export function GivenCell({ path, name }: FeatureCellProps) {
  const { t } = useTranslation('forms')
  const { change, canEdit, shown } = useForm()
  const value = useValue(path)
  const given = givenOf(value)
  const first: Record<Given, Json> = { yes: true, no: false, number: 0, words: { [shown]: t('newWords') } }
  return (
    <span className="grid gap-1">
      <SelectInput
        aria-label={name}
        value={given}
        disabled={!canEdit}
        onChange={({ target }) => change({ do: 'set', path, value: first[target.value as Given] })}
      >
        {GIVEN.map((one) => (
          <option key={one} value={one}>
            {t(`given.${one}`)}
          </option>
        ))}
      </SelectInput>
      {given === 'number' || given === 'words' ? (
        <GivenInput path={path} value={value} name={`${name}: ${t(`given.${given}`)}`} />
      ) : null}
    </span>
  )
}

function GivenInput({ path, value, name }: FeatureCellProps & { value: unknown }) {
  const { change, canEdit, shown } = useForm()
  const isNumber = typeof value === 'number'
  const buffered = useBuffered(isNumber ? String(value) : wordsOf(value, shown), (text) => {
    if (!isNumber) return change({ do: 'set', path: [...path, shown], value: text })
    const number = Number(text)
    return Number.isFinite(number) && text.trim() !== ''
      ? change({ do: 'set', path, value: number })
      : undefined
  })
  return (
    <TextInput
      {...buffered}
      aria-label={name}
      readOnly={!canEdit}
      {...(isNumber ? { inputMode: 'decimal' } : { lang: shown })}
    />
  )
}

function wordsOf(value: unknown, shown: 'en' | 'es' | 'zh'): string {
  return isJsonObject(value) ? localize(value as Text, shown) : ''
}
