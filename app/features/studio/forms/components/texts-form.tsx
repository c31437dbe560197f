import { useTranslation } from 'react-i18next'
import { changeFrontMatter, readMdxParts } from '~/domain/content/edit/change-mdx'
import type { MdxParts } from '~/domain/content/edit/change-mdx'
import { textFile } from '~/domain/content/kinds'
import type { DocumentFiles } from '~/domain/content/kinds'
import type { Json } from '~/domain/json'
import { LOCALES } from '~/domain/text'
import type { Locale } from '~/domain/text'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { useForm } from './form-model'
import { FileText } from './file-text'
import { LanguageMark } from './language-mark'
import { LanguageColumns } from './text-field'
import { useTellProblem } from './use-complaints'
import { useBuffered } from './use-buffered'

/** A document that is one text for each language: its title, its summary, its place in lists, and the texts. */
export function TextsForm() {
  const { t } = useTranslation('forms')
  const { locales, files } = useForm()
  const shown = LOCALES.filter((locale) => locales.includes(locale) || files[textFile(locale)] !== undefined)
  return (
    <div className="grid gap-6">
      <FrontMatterTexts name="title" locales={shown} />
      <FrontMatterTexts name="summary" locales={shown} />
      <div className="grid max-w-xl gap-4 sm:grid-cols-2">
        <SharedField name="topic" />
        <SharedField name="order" />
      </div>
      <section className="grid gap-1.5">
        <h2 className="text-sm font-medium">{t('texts.body.$label')}</h2>
        <LanguageColumns locales={shown}>
          {(locale) => <FileText file={textFile(locale)} locale={locale} rows={18} hasBlocks />}
        </LanguageColumns>
        <p className="text-xs text-muted">{t('texts.body.$help')}</p>
      </section>
    </div>
  )
}

function partsOf(files: DocumentFiles, locale: Locale): MdxParts | null {
  const source = files[textFile(locale)]
  return source === undefined ? null : readMdxParts(source)
}

function FrontMatterTexts({ name, locales }: { name: 'title' | 'summary'; locales: readonly Locale[] }) {
  const { t } = useTranslation('forms')
  return (
    <div role="group" aria-label={t(`texts.${name}.$label`)} className="grid gap-1.5">
      <p className="text-sm font-medium">{t(`texts.${name}.$label`)}</p>
      <LanguageColumns locales={locales}>
        {(locale) => <FrontMatterText name={name} locale={locale} />}
      </LanguageColumns>
    </div>
  )
}

function FrontMatterText({ name, locale }: { name: 'title' | 'summary'; locale: Locale }) {
  const { t } = useTranslation('forms')
  const { files, changeFiles, canEdit, fileProblems } = useForm()
  const tell = useTellProblem()
  const file = textFile(locale)
  const value = partsOf(files, locale)?.frontMatter[name]
  const buffered = useBuffered(typeof value === 'string' ? value : '', (text) =>
    changeFiles((all) => withFrontMatter(all, [file], name, text === '' ? null : text)),
  )
  const complaints = fileProblems.filter((problem) => problem.file === file && problem.at === name).map(tell)
  return (
    <span data-at={`${file}.${name}`} className="grid gap-1">
      <LanguageMark locale={locale} state={files[file] === undefined ? 'missing' : null} />
      <TextInput
        {...buffered}
        aria-label={t('inLanguage', { name: t(`texts.${name}.$label`), language: t(`language.${locale}`) })}
        aria-invalid={complaints.length > 0 || undefined}
        lang={locale}
        readOnly={!canEdit}
        autoComplete="off"
      />
      {complaints.length > 0 ? (
        <span className="text-xs font-medium text-bad">{complaints.join(' ')}</span>
      ) : null}
    </span>
  )
}

/** What all languages have in common: it is written into each of them. */
function SharedField({ name }: { name: 'topic' | 'order' }) {
  const { t } = useTranslation('forms')
  const { files, changeFiles, canEdit } = useForm()
  const value = LOCALES.map((locale) => partsOf(files, locale)?.frontMatter[name]).find(
    (one) => one !== undefined,
  )
  const buffered = useBuffered(value === undefined ? '' : String(value), (text) => {
    const number = Number(text)
    const written: Json = text === '' ? null : name === 'order' && Number.isFinite(number) ? number : text
    changeFiles((all) => withFrontMatter(all, Object.keys(all), name, written))
  })
  return (
    <Field label={t(`texts.${name}.$label`)} hint={t(`texts.${name}.$help`)} optional={t('optional')}>
      {(control) => <TextInput {...control} {...buffered} readOnly={!canEdit} autoComplete="off" />}
    </Field>
  )
}

/** The files with one value of their front matter changed; one that cannot be read stays as it is. */
function withFrontMatter(files: DocumentFiles, names: string[], key: string, value: Json): DocumentFiles {
  const changed = names.flatMap((name) => {
    const source = changeFrontMatter(files[name] ?? '', key, value)
    return source === null ? [] : [[name, source] as const]
  })
  return { ...files, ...Object.fromEntries(changed) }
}
