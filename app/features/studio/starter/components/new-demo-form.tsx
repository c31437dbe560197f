import { Form, Link, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TEMPLATES } from '~/domain/content/steps/templates'
import { isLocale, localize } from '~/domain/text'
import type { Locale } from '~/domain/text'
import { paths } from '~/paths'
import { Button, buttonClass } from '~/ui/button'
import { CheckboxInput, SelectInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { NameFields } from '../../documents/components/name-fields'
import type { NewDocumentErrors } from '../../documents/components/name-fields'
import type { FormChoice, FormChoices } from '../../forms/form-choices'
import { DEMO_BEGINNINGS } from '../../schemas'
import { StepLists } from './step-lists'

type Beginning = (typeof DEMO_BEGINNINGS)[number]

interface NewDemoFormProps {
  errors: NewDocumentErrors & { begin?: string }
  choices: FormChoices
  /** The languages of the center. */
  locales: readonly Locale[]
  /** Demos that can be copied. */
  demos: readonly { slug: string; name: string }[]
  /** The demo to copy, when the address names one. */
  copied: string | null
}

/** Creates a demo: from a list of steps, a template, another demo, or a small example. */
export function NewDemoForm({ errors, choices, locales, demos, copied }: NewDemoFormProps) {
  const { t } = useTranslation('studio')
  const [begin, setBegin] = useState<Beginning>(copied ? 'copy' : 'steps')
  const known = choices.plan ?? []
  const [plans, setPlans] = useState<readonly string[]>(known.map(({ id }) => id))
  const busy = useNavigation().state === 'submitting'
  const isMade = begin === 'steps' || begin === 'template'
  return (
    <Form method="post" className="grid gap-5 rounded-xl bg-surface p-5 ring-1 ring-line">
      <h2 className="text-title">{t('kind.demo.new')}</h2>
      <div className="max-w-2xl">
        <NameFields kind="demo" errors={errors} />
      </div>
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-sm font-medium">{t('begin.title')}</legend>
        <div className="grid gap-2 sm:grid-cols-2 xl:grid-cols-4">
          {DEMO_BEGINNINGS.filter((one) => one !== 'copy' || demos.length > 0).map((one) => (
            <label
              key={one}
              className="flex gap-2 rounded-lg p-3 text-sm ring-1 ring-line has-checked:ring-2 has-checked:ring-accent"
            >
              <input
                type="radio"
                name="begin"
                value={one}
                aria-label={t(`begin.${one}.name`)}
                className="mt-0.5 size-4 shrink-0 accent-accent"
                checked={begin === one}
                onChange={() => setBegin(one)}
              />
              <span className="grid gap-0.5">
                <span className="font-medium">{t(`begin.${one}.name`)}</span>
                <span className="text-xs text-muted">{t(`begin.${one}.text`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {begin === 'template' ? <TemplateSelect /> : null}
      {begin === 'copy' ? <CopySelect demos={demos} copied={copied} /> : null}
      {isMade ? <MadeFields known={known} plans={plans} onPlans={setPlans} choices={choices} /> : null}
      {begin === 'steps' ? <StepLists locales={locales} plans={plans} /> : null}
      {errors.begin ? <p className="text-sm font-medium text-bad">{errors.begin}</p> : null}
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={busy}>
          {t('new.create')}
        </Button>
        <Link to={paths.documents('demo')} className={buttonClass('quiet')}>
          {t('cancel')}
        </Link>
      </div>
    </Form>
  )
}

function useLocale(): Locale {
  const { i18n } = useTranslation('studio')
  return isLocale(i18n.language) ? i18n.language : 'en'
}

function TemplateSelect() {
  const { t } = useTranslation('studio')
  const locale = useLocale()
  return (
    <div className="max-w-md">
      <Field label={t('begin.template.choose')}>
        {(control) => (
          <SelectInput {...control} name="template">
            {TEMPLATES.map(({ id, about }) => (
              <option key={id} value={id}>
                {localize(about.title, locale)}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
    </div>
  )
}

function CopySelect({ demos, copied }: Pick<NewDemoFormProps, 'demos' | 'copied'>) {
  const { t } = useTranslation('studio')
  return (
    <div className="max-w-md">
      <Field label={t('begin.copy.choose')}>
        {(control) => (
          <SelectInput {...control} name="copy" defaultValue={copied ?? demos[0]?.slug}>
            {demos.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
    </div>
  )
}

interface MadeFieldsProps {
  known: readonly FormChoice[]
  plans: readonly string[]
  onPlans: (plans: readonly string[]) => void
  choices: FormChoices
}

/** The plans and the scenario of a demo that is made. */
function MadeFields({ known, plans, onPlans, choices }: MadeFieldsProps) {
  const { t } = useTranslation('studio')
  const locale = useLocale()
  const nameOf = ({ id, name }: FormChoice) => (name && localize(name, locale)) || id
  const toggle = (id: string) =>
    onPlans(plans.includes(id) ? plans.filter((one) => one !== id) : [...plans, id])
  return (
    <div className="grid max-w-2xl items-start gap-4 sm:grid-cols-2">
      <Field label={t('begin.scenario')}>
        {(control) => (
          <SelectInput {...control} name="scenario">
            {(choices.scenario ?? []).map((choice) => (
              <option key={choice.id} value={choice.id}>
                {nameOf(choice)}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
      <fieldset className="grid gap-1.5">
        <legend className="mb-1.5 text-sm font-medium">{t('begin.plans')}</legend>
        <div className="flex flex-wrap gap-x-5">
          {known.map((choice) => (
            <label
              key={choice.id}
              className="flex min-h-8 items-center gap-2 text-sm pointer-coarse:min-h-11"
            >
              <CheckboxInput
                name="plans"
                value={choice.id}
                checked={plans.includes(choice.id)}
                onChange={() => toggle(choice.id)}
              />
              <span>{nameOf(choice)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
