import { CircleX, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import { classNames } from '~/ui/class-names'

interface ProblemListProps {
  problems: readonly FileProblem[]
  /** Goes to the place. Without it the rows are plain text. */
  onGo?: (problem: FileProblem) => void
}

/** Problems, each with its place; those of a proof with the steps that lead there. */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  return (
    <ul className="grid">
      {problems.map((problem, index) => (
        <li key={index} className="border-b border-line last:border-0">
          {onGo ? (
            <button
              type="button"
              onClick={() => onGo(problem)}
              className="-mx-2 block w-[calc(100%+1rem)] rounded-md px-2 py-1.5 text-left hover:bg-sunken"
            >
              <ProblemLine problem={problem} />
            </button>
          ) : (
            <div className="py-1.5">
              <ProblemLine problem={problem} />
            </div>
          )}
          {problem.steps?.length ? <Steps steps={problem.steps} /> : null}
        </li>
      ))}
    </ul>
  )
}

function ProblemLine({ problem }: { problem: FileProblem }) {
  const { t } = useTranslation('studio')
  const isError = problem.severity === 'error'
  const Icon = isError ? CircleX : TriangleAlert
  return (
    <span className="flex flex-wrap gap-x-2 text-sm sm:flex-nowrap">
      <Icon
        className={classNames('mt-0.5 size-4 shrink-0', isError ? 'text-bad' : 'text-warn')}
        aria-label={t(`problems.${problem.severity}`)}
      />
      <Words problem={problem} />
      <span className="shrink-0 text-xs leading-5 text-faint tabular-nums max-sm:ml-6 max-sm:basis-full">
        {`${problem.file}${problem.line ? `:${problem.line}:${problem.column ?? 1}` : ''}`}
      </span>
    </span>
  )
}

/**
 * Findings of a proof are in the reader's language. Other messages are in English: readers of other languages see
 * the code's name in theirs before it.
 */
function Words({ problem: { code, message, lang = 'en' } }: { problem: FileProblem }) {
  const { t, i18n } = useTranslation('studio')
  const key = `problems.code.${code}`
  const isForeign = i18n.language !== lang && i18n.exists(key, { ns: 'studio' })
  if (!isForeign) return <span className="min-w-0 flex-1 break-words">{message}</span>
  return (
    <span className="min-w-0 flex-1 break-words">
      <span>{`${t(key)} `}</span>
      <span lang={lang} className="text-muted">
        {message}
      </span>
    </span>
  )
}

function Steps({ steps }: { steps: string[] }) {
  const { t } = useTranslation('studio')
  return (
    <div className="mb-2 ml-6 grid gap-1 text-sm text-muted">
      <p className="text-xs font-medium text-faint">{t('problems.steps')}</p>
      <ol className="grid list-decimal gap-0.5 pl-5 marker:text-faint marker:tabular-nums">
        {steps.map((step, index) => (
          <li key={index}>{step}</li>
        ))}
      </ol>
    </div>
  )
}
