import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TrialTraits } from '~/domain/insight/segment/segment-rule'
import { Button } from '~/ui/button'
import { SelectInput, TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import type { SegmentWords } from '../segment-views'
import type { Trait } from '../trait-fields'
import { OF_DEMO, TRAIT_FIELDS, TRAITS } from '../trait-fields'
import { useTraitOptions } from '../use-trait-options'

interface TraitFieldsProps {
  like: TrialTraits
  words: SegmentWords
  onChange: (like: TrialTraits) => void
}

/** What the trials have to be like: the traits that are chosen, and one more to choose. */
export function TraitFieldsRow({ like, words, onChange }: TraitFieldsProps) {
  const { t } = useTranslation('segments')
  const optionsOf = useTraitOptions(words)
  const chosen = TRAITS.filter((trait) => like[trait] !== undefined)
  const open = TRAITS.filter(
    (trait) =>
      !chosen.includes(trait) &&
      (!OF_DEMO.includes(trait) || like.demo !== undefined) &&
      (TRAIT_FIELDS[trait].kind !== 'choice' || optionsOf(trait, like).length > 0),
  )
  const firstOf = (trait: Trait) => TRAIT_FIELDS[trait].first ?? optionsOf(trait, like)[0]?.value ?? ''
  return (
    <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 xl:grid-cols-4">
      {chosen.map((trait) => (
        <TraitField
          key={trait}
          trait={trait}
          like={like}
          options={optionsOf(trait, like)}
          onChange={(value) => onChange(withTrait(like, trait, value))}
        />
      ))}
      {open.length === 0 ? null : (
        <Field
          label={
            <span className="inline-flex items-center gap-1 text-muted">
              <Plus aria-hidden="true" className="size-3.5" />
              <span>{t('form.addTrait')}</span>
            </span>
          }
        >
          {(control) => (
            <SelectInput
              {...control}
              value=""
              onChange={(event) => {
                const trait = event.target.value as Trait
                onChange(withTrait(like, trait, firstOf(trait)))
              }}
            >
              <option value="">{t('form.choose')}</option>
              {open.map((trait) => (
                <option key={trait} value={trait}>
                  {t(`trait.${trait}`)}
                </option>
              ))}
            </SelectInput>
          )}
        </Field>
      )}
    </div>
  )
}

/** Another demo has other states and tasks. */
function withTrait(like: TrialTraits, trait: Trait, value: string | number | undefined): TrialTraits {
  const dropped = trait === 'demo' ? [trait, ...OF_DEMO] : [trait]
  const kept = Object.fromEntries(Object.entries(like).filter(([name]) => !dropped.includes(name as Trait)))
  return { ...kept, ...(value === undefined ? {} : { [trait]: value }) }
}

interface TraitFieldProps {
  trait: Trait
  like: TrialTraits
  options: readonly { value: string; label: string }[]
  onChange: (value: string | number | undefined) => void
}

function TraitField({ trait, like, options, onChange }: TraitFieldProps) {
  const { t } = useTranslation('segments')
  const { kind, min, max } = TRAIT_FIELDS[trait]
  const value = like[trait] ?? ''
  const name = t(`trait.${trait}`)
  return (
    <div className="flex items-end gap-1">
      <div className="min-w-0 flex-1">
        <Field label={name}>
          {(control) =>
            kind === 'choice' ? (
              <SelectInput {...control} value={value} onChange={(event) => onChange(event.target.value)}>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </SelectInput>
            ) : (
              <TextInput
                {...control}
                type={kind}
                min={min}
                max={max}
                required
                value={value}
                onChange={(event) =>
                  onChange(kind === 'number' ? event.target.valueAsNumber : event.target.value)
                }
              />
            )
          }
        </Field>
      </div>
      <Button
        tone="quiet"
        icon={<X aria-hidden="true" className="size-4" />}
        aria-label={t('form.removeTrait', { trait: name })}
        onClick={() => onChange(undefined)}
        className="px-2"
      />
    </div>
  )
}
