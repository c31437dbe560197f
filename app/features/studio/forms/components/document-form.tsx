import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import { changeYamlBy } from '~/domain/content/edit/change-yaml'
import { plainYaml } from '~/domain/content/edit/plain-yaml'
import type { YamlChange } from '~/domain/content/edit/yaml-change'
import { formOfKind } from '~/domain/content/forms/form-of-kind'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import { KIND_LAYOUT } from '~/domain/content/kinds'
import { isLocale } from '~/domain/text'
import type { Locale } from '~/domain/text'
import { classNames } from '~/ui/class-names'
import { Notice } from '~/ui/notice'
import type { FormChoices } from '../form-choices'
import { DemoForm } from './demo-form'
import { EntryList } from './entry-view'
import { FormProvider } from './form-model'
import { PlansForm } from './plans-form'
import { TextsForm } from './texts-form'

interface DocumentFormProps {
  kind: DocumentKind
  files: DocumentFiles
  problems: readonly FileProblem[]
  locales: readonly Locale[]
  choices: FormChoices
  canEdit: boolean
  onChange: (change: (files: DocumentFiles) => DocumentFiles) => void
}

/** A document as a form. It and the source are two views of one draft: comments, order and unknown fields stay. */
export function DocumentForm(props: DocumentFormProps) {
  const { kind, files, problems, locales, choices, canEdit, onChange } = props
  const { t, i18n } = useTranslation('forms')
  const own = isLocale(i18n.language) ? i18n.language : 'en'
  const [shown, setShown] = useState<Locale>(locales.includes(own) ? own : (locales[0] ?? 'en'))
  const [refused, setRefused] = useState(false)
  const file = KIND_LAYOUT[kind].source
  const source = file === null ? null : (files[file] ?? '')
  const value = useMemo(() => (source === null ? {} : plainYaml(source)), [source])
  if (value === undefined) return <Notice tone="warn">{t('unreadable', { file })}</Notice>
  const change = (...changes: YamlChange[]) => {
    if (file === null || source === null) return
    const changed = changeYamlBy(source, changes)
    setRefused(changed === null)
    onChange((all) => {
      const current = all[file] ?? ''
      const text = current === source ? changed : changeYamlBy(current, changes)
      return text === null ? all : { ...all, [file]: text }
    })
  }
  return (
    <FormProvider
      value={{
        ...{ kind, value, files, canEdit, locales, shown, choices, change },
        problems: problems.filter((problem) => problem.file === file),
        fileProblems: problems,
        changeFiles: onChange,
      }}
    >
      <div className="grid gap-6">
        {locales.length > 1 ? <LanguageChoice {...{ kind, locales, shown }} onChoose={setShown} /> : null}
        {refused ? <Notice tone="warn">{t('refused')}</Notice> : null}
        <KindForm kind={kind} />
      </div>
    </FormProvider>
  )
}

function KindForm({ kind }: { kind: DocumentKind }) {
  const fields = useMemo(() => formOfKind(kind), [kind])
  switch (kind) {
    case 'help':
    case 'page':
      return <TextsForm />
    case 'demo':
      return <DemoForm fields={fields} />
    case 'plans':
      return <PlansForm fields={fields} />
    default:
      return <EntryList fields={fields} path={[]} words={kind} />
  }
}

/** Which language a phone shows; the plan table shows one at a time everywhere. */
function LanguageChoice({
  kind,
  locales,
  shown,
  onChoose,
}: {
  kind: DocumentKind
  locales: readonly Locale[]
  shown: Locale
  onChoose: (locale: Locale) => void
}) {
  const { t } = useTranslation('forms')
  return (
    <div
      role="group"
      aria-label={t('languages')}
      className={classNames('flex w-fit gap-0.5 rounded-lg bg-sunken p-0.5', kind !== 'plans' && 'md:hidden')}
    >
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          aria-pressed={shown === locale}
          onClick={() => onChoose(locale)}
          className="min-h-8 rounded-md px-3 text-sm text-muted aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-sm pointer-coarse:min-h-11"
        >
          {t(`language.${locale}`)}
        </button>
      ))}
    </div>
  )
}
