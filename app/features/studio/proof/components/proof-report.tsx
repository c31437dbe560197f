import { useTranslation } from 'react-i18next'
import type { FileProblem } from '~/domain/content/checks/file-problem'
import type { ProofRun } from '~/domain/demo/proof/prove'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { Notice } from '~/ui/notice'
import type { ProofView } from '../proof-problems'
import { ProblemList } from '../../documents/components/problem-list'
import { ProofBadge } from './proof-badge'

interface ProofReportProps {
  view: ProofView
  onGo?: (problem: FileProblem) => void
}

const SUMMARY = {
  proven: { tone: 'good', text: 'proof.provenText' },
  failed: { tone: 'bad', text: 'proof.failedText' },
  'not-proven': { tone: 'warn', text: 'proof.notProvenText' },
} as const

/** A proof: its result in one sentence, its findings, then by plan and role, the shortest ways and the inputs. */
export function ProofReport({ view: { proof, problems }, onGo }: ProofReportProps) {
  const { t } = useTranslation('studio')
  const { tone, text } = SUMMARY[proof.status]
  return (
    <div className="grid gap-4">
      <Notice tone={tone} title={t(`proof.${proof.status}`)}>
        {t(text)}
      </Notice>
      {problems.length > 0 ? <ProblemList problems={problems} {...(onGo ? { onGo } : {})} /> : null}
      <RunTable runs={proof.runs} />
      {proof.runs.map((run) => (
        <RunDetails key={`${run.plan} ${run.role}`} run={run} />
      ))}
    </div>
  )
}

function RunTable({ runs }: { runs: ProofRun[] }) {
  const { t } = useTranslation('studio')
  const heads = ['plan', 'role', 'result'] as const
  const figures = ['states', 'transitions', 'tasks', 'ideal', 'seen'] as const
  return (
    <DataTable label={t('proof.title')}>
      <thead>
        <tr>
          {heads.map((head) => (
            <HeadCell key={head}>{t(`proof.${head}`)}</HeadCell>
          ))}
          {figures.map((head) => (
            <HeadCell key={head} numeric>
              {t(`proof.${head}`)}
            </HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={`${run.plan} ${run.role}`} run={run} />
        ))}
      </tbody>
    </DataTable>
  )
}

function RunRow({ run }: { run: ProofRun }) {
  const { t, i18n } = useTranslation('studio')
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <Row>
      <Cell>{run.plan}</Cell>
      <Cell>{run.role}</Cell>
      <Cell>
        <ProofBadge status={run.status} />
      </Cell>
      <Cell numeric>{t('proof.of', { done: run.states.reached, total: run.states.total })}</Cell>
      <Cell numeric>{t('proof.of', { done: run.transitions.taken, total: run.transitions.total })}</Cell>
      <Cell numeric>{t('proof.of', { done: run.tasks.done, total: run.tasks.total })}</Cell>
      <Cell numeric>{run.ideal ? t('proof.steps', { count: run.ideal.events.length }) : '–'}</Cell>
      <Cell numeric>{number.format(run.configurations)}</Cell>
    </Row>
  )
}

function RunDetails({ run }: { run: ProofRun }) {
  const { t } = useTranslation('studio')
  if (!run.ideal) return null
  return (
    <details className="text-sm">
      <summary className="w-fit text-muted hover:text-ink">
        {t('proof.idealPath', { plan: run.plan, role: run.role })}
      </summary>
      <div className="mt-2 grid gap-3 pl-4">
        <ol className="flex flex-wrap gap-x-1 gap-y-1">
          {run.ideal.path.map((state, index) => (
            <li key={index} className="flex items-center gap-1 whitespace-nowrap">
              {index > 0 ? (
                <span aria-hidden="true" className="text-faint">
                  →
                </span>
              ) : null}
              <span>{state}</span>
            </li>
          ))}
        </ol>
        <Inputs run={run} />
      </div>
    </details>
  )
}

function Inputs({ run }: { run: ProofRun }) {
  const { t } = useTranslation('studio')
  const fed = run.inputs.filter((input) => input.data.some((one) => Object.keys(one).length > 0))
  if (fed.length === 0) return null
  return (
    <div className="grid gap-1">
      <p className="text-xs font-medium text-faint">{t('proof.inputs')}</p>
      <ul className="grid gap-0.5 font-mono text-xs text-muted">
        {fed.map((input) => (
          <li key={input.control} className="break-words">
            {`${input.send} ${input.data.map((one) => JSON.stringify(one)).join(' ')}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
