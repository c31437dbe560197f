import { useTranslation } from 'react-i18next'
import type { YamlPath } from '~/domain/content/edit/yaml-change'
import type { NamedEntry } from '~/domain/content/forms/entry'
import { guideFile } from '~/domain/content/kinds'
import { isJsonObject } from '~/domain/json'
import { LOCALES, localize } from '~/domain/text'
import type { Text } from '~/domain/text'
import { SelectInput } from '~/ui/controls'
import type { Elements } from '~/ui/elements'
import { EntryView } from './entry-view'
import { FileText } from './file-text'
import { useForm, useValue } from './form-model'
import { LanguageColumns } from './text-field'

/** A demo without its machine: what it is about, who plays it, the texts of its steps and its tasks. */
export function DemoForm({ fields }: { fields: readonly NamedEntry[] }) {
  const { t } = useTranslation('forms')
  const rest = (...names: string[]) => fields.filter(({ name }) => names.includes(name))
  return (
    <div className="grid gap-10">
      <Section title={t('demo.$basics')}>
        <Fields fields={rest('title', 'summary')} />
        <div className="grid items-start gap-5 md:grid-cols-2">
          <Fields fields={rest('scenario', 'minutes', 'plans', 'audience')} />
        </div>
      </Section>
      <Section title={t('demo.$steps')} help={t('demo.$stepsHelp')}>
        <Steps />
      </Section>
      <Section title={t('demo.$tasks')}>
        <Tasks />
      </Section>
      <Section title={t('demo.$more')}>
        <Fields fields={rest('roles', 'product', 'tips')} />
      </Section>
    </div>
  )
}

function Section({ title, help, children }: { title: string; help?: string; children: Elements }) {
  return (
    <section className="grid gap-5">
      <div className="grid gap-1 border-b border-line pb-2">
        <h2 className="text-title">{title}</h2>
        {help ? <p className="text-sm text-muted">{help}</p> : null}
      </div>
      {children}
    </section>
  )
}

function Fields({ fields }: { fields: readonly NamedEntry[] }) {
  return (
    <>
      {fields.map(({ name, field, isRequired }) => (
        <EntryView key={name} field={field} path={[name]} words={`demo.${name}`} isRequired={isRequired} />
      ))}
    </>
  )
}

interface Step {
  id: string
  path: YamlPath
  state: Record<string, unknown>
}

/** The states that show something, in the order of the source; nested ones after the state around them. */
function stepsIn(states: unknown, path: YamlPath): Step[] {
  if (!isJsonObject(states)) return []
  return Object.entries(states).flatMap(([id, state]) => {
    if (!isJsonObject(state)) return []
    const at = [...path, id]
    const own = state.guide || state.screen || state.title ? [{ id, path: at, state }] : []
    return [...own, ...stepsIn(state.states, [...at, 'states'])]
  })
}

function Steps() {
  const states = useValue(['machine', 'states'])
  const steps = stepsIn(states, ['machine', 'states'])
  return (
    <ol className="grid gap-4">
      {steps.map((step, index) => (
        <li key={step.path.join('.')} className="grid gap-4 rounded-xl bg-surface p-4 ring-1 ring-line">
          <StepFields step={step} number={index + 1} />
        </li>
      ))}
    </ol>
  )
}

function StepFields({ step: { id, path, state }, number }: { step: Step; number: number }) {
  const { t } = useTranslation('forms')
  const { locales, files } = useForm()
  const guide = typeof state.guide === 'string' ? state.guide : null
  const shown = LOCALES.filter(
    (locale) => locales.includes(locale) || (guide && files[guideFile(guide, locale)] !== undefined),
  )
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h3 className="text-sm font-medium">
          <span>{t('demo.$step', { number })}</span> <code className="text-xs text-faint">{id}</code>
        </h3>
        <RoleSelect path={[...path, 'role']} />
      </div>
      <EntryView
        field={{ kind: 'text' }}
        path={[...path, 'title']}
        words="demo.$stepTitle"
        isRequired={false}
      />
      {guide ? (
        <div className="grid gap-1.5">
          <p className="text-sm font-medium">{t('demo.$guide')}</p>
          <LanguageColumns locales={shown}>
            {(locale) => <FileText file={guideFile(guide, locale)} locale={locale} rows={5} />}
          </LanguageColumns>
        </div>
      ) : null}
    </>
  )
}

function RoleSelect({ path }: { path: YamlPath }) {
  const { t } = useTranslation('forms')
  const { change, canEdit, shown } = useForm()
  const roles = useValue(['roles'])
  const value = useValue(path)
  if (!isJsonObject(roles)) return null
  return (
    <label className="flex items-center gap-2 text-sm">
      <span className="text-muted">{t('demo.$role')}</span>
      <SelectInput
        value={typeof value === 'string' ? value : ''}
        disabled={!canEdit}
        onChange={({ target }) =>
          change(target.value === '' ? { do: 'remove', path } : { do: 'set', path, value: target.value })
        }
      >
        {typeof value === 'string' ? null : <option value="">{t('choose')}</option>}
        {Object.entries(roles).map(([id, role]) => (
          <option key={id} value={id}>
            {(isJsonObject(role) && isJsonObject(role.name) && localize(role.name as Text, shown)) || id}
          </option>
        ))}
      </SelectInput>
    </label>
  )
}

function Tasks() {
  const tasks = useValue(['tasks'])
  if (!isJsonObject(tasks)) return null
  return (
    <ol className="grid gap-4">
      {Object.keys(tasks).map((id) => (
        <li key={id} className="grid gap-4 rounded-xl bg-surface p-4 ring-1 ring-line">
          <EntryView
            field={{ kind: 'text' }}
            path={['tasks', id, 'title']}
            words="demo.$taskTitle"
            isRequired
          />
          <EntryView
            field={{ kind: 'number', whole: true, min: 1, max: null }}
            path={['tasks', id, 'weight']}
            words="demo.$weight"
            isRequired
          />
        </li>
      ))}
    </ol>
  )
}
