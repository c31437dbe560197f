import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { changeBody, readMdxParts } from '~/domain/content/edit/change-mdx'
import type { Locale } from '~/domain/text'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/controls'
import { useForm } from './form-model'
import { LanguageMark } from './language-mark'
import { useBuffered } from './use-buffered'
import { useTellProblem } from './use-complaints'

interface FileTextProps {
  file: string
  locale: Locale
  rows: number
  /** Offers what may stand in a help post or page, beside what may stand in any text. */
  hasBlocks?: boolean
}

/** The text of one file in one language. Emptying it deletes the file of a guide. */
export function FileText({ file, locale, rows, hasBlocks = false }: FileTextProps) {
  const { t } = useTranslation('forms')
  const { files, changeFiles, canEdit, fileProblems } = useForm()
  const tell = useTellProblem()
  const area = useRef<HTMLTextAreaElement>(null)
  const source = files[file]
  const parts = source === undefined ? null : readMdxParts(source)
  const isBroken = source !== undefined && parts === null
  const buffered = useBuffered(parts?.body ?? '', (body) =>
    changeFiles((all) => {
      const isGuide = file.startsWith('guides/')
      if (isGuide && body.trim() === '') {
        return Object.fromEntries(Object.entries(all).filter(([name]) => name !== file))
      }
      const changed = changeBody(all[file] ?? '', body)
      return changed === null ? all : { ...all, [file]: changed }
    }),
  )
  const complaints = fileProblems.filter((problem) => problem.file === file && problem.at === '')
  const insert = (before: string, after: string) => {
    const { current } = area
    if (!current) return
    const { selectionStart: start, selectionEnd: end, value } = current
    const text = value.slice(0, start) + before + value.slice(start, end) + after + value.slice(end)
    buffered.onChange({ target: { value: text } })
    requestAnimationFrame(() => {
      current.focus()
      current.setSelectionRange(start + before.length, end + before.length)
    })
  }
  return (
    <span data-at={file} className="grid gap-1">
      <LanguageMark locale={locale} state={source === undefined ? 'missing' : null} />
      {canEdit && !isBroken ? <Marks hasBlocks={hasBlocks} onInsert={insert} /> : null}
      <TextArea
        {...buffered}
        ref={area}
        rows={rows}
        lang={locale}
        aria-label={t('inLanguage', { name: t('texts.body.$label'), language: t(`language.${locale}`) })}
        aria-invalid={complaints.some(({ severity }) => severity === 'error') || undefined}
        readOnly={!canEdit || isBroken}
        className="leading-relaxed"
      />
      {isBroken ? <span className="text-xs text-bad">{t('unreadable', { file })}</span> : null}
      {complaints.map((problem, index) => (
        <span
          key={index}
          className={problem.severity === 'error' ? 'text-xs font-medium text-bad' : 'text-xs text-warn'}
        >
          {problem.line ? `${t('line', { line: problem.line })} ${tell(problem)}` : tell(problem)}
        </span>
      ))}
    </span>
  )
}

/** What may be put around or between words. */
const MARKS = [
  { key: 'bold', before: '**', after: '**', isBlock: false },
  { key: 'list', before: '\n1. ', after: '', isBlock: false },
  { key: 'link', before: '[', after: '](/help)', isBlock: true },
  { key: 'key', before: '<kbd>', after: '</kbd>', isBlock: false },
  { key: 'callout', before: '\n<Callout tone="tip">\n\n', after: '\n\n</Callout>\n', isBlock: false },
  { key: 'try', before: '\n<TryDemo slug="', after: '" />\n', isBlock: true },
  { key: 'plans', before: '\n<PlanTable />\n', after: '', isBlock: true },
] as const

function Marks({
  hasBlocks,
  onInsert,
}: {
  hasBlocks: boolean
  onInsert: (before: string, after: string) => void
}) {
  const { t } = useTranslation('forms')
  return (
    <span role="group" aria-label={t('marks.$label')} className="flex flex-wrap gap-0.5">
      {MARKS.filter(({ isBlock }) => hasBlocks || !isBlock).map(({ key, before, after }) => (
        <Button
          key={key}
          tone="quiet"
          size="small"
          className="px-1.5 text-xs"
          onClick={() => onInsert(before, after)}
        >
          {t(`marks.${key}`)}
        </Button>
      ))}
    </span>
  )
}
