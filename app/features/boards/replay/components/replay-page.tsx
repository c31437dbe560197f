import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { LinkButton } from '~/ui/link-button'
import { LeftOutNotice } from '~/ui/ignored-parameters-notice'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { RenderedHtml } from '~/ui/rendered-html'
import { IDEAL } from '../../compare/comparison-query'
import { useBoardFormat } from '../../figures/board-format'
import type { ReplayView } from '../replay-views'
import { TrialNotes } from '../../notes/components/trial-notes'
import type { NoteAnswer } from '../../notes/shown-note'
import { FlagList } from '../../figures/components/flag-list'
import { TrialJudgement } from './trial-ruling'
import { ReplayBar } from './replay-bar'
import { ReplayFactList } from './replay-fact-list'
import { ReplayMomentsList } from './replay-moments-list'
import { ReplayStepList } from './replay-step-list'
import { ReplayWays } from './replay-ways'
import { ReplayTaskList } from './replay-task-list'

interface ReplayPageProps {
  view: ReplayView
  screen: ReactNode
  /** What the last form of the notes did. */
  noteAnswer: NoteAnswer | null
}

/** The replay of one trial, step by step. `screen` renders the simulated product at that step. */
export function ReplayPage({ view, screen, noteAnswer }: ReplayPageProps) {
  const { t } = useTranslation('boards')
  const { facts, steps, current, guides } = view
  const format = useBoardFormat(view.timeZone)
  const walk = { steps, current, format, hrefOf: (step: number) => stepHref(facts.id, step) }
  return (
    <div className="grid gap-8">
      <PageHeader
        eyebrow={
          <Link to={paths.demoBoard(facts.demo)} className="hover:text-ink">
            {facts.title}
          </Link>
        }
        title={t('replay.title', { plan: facts.plan, role: facts.role })}
        actions={<CompareLinks view={view} />}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="tabular-nums">{format.instant(facts.startedAt)}</span>
            <FlagList flags={facts.flags} />
          </span>
        }
      />
      <LeftOutNotice leftOut={view.leftOut} />
      <ReplayFactList facts={facts} format={format} />
      {view.refusedAt === null ? null : (
        <Notice tone="warn" title={t('replay.refused', { seq: view.refusedAt })}>
          {t('replay.refusedText')}
        </Notice>
      )}
      {view.traceGone ? <Notice title={t('replay.purged')}>{t('replay.purgedText')}</Notice> : null}
      {view.traceGone ? null : (
        <section aria-label={t('replay.label')} className="grid gap-4">
          <ReplayBar marks={view.marks} {...walk} />
          <ReplayMomentsList marks={view.marks} {...walk} />
          <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="grid min-w-0 gap-4">
              {/* A scrolling region must take focus, or the keyboard cannot scroll it. */}
              <div
                role="region"
                aria-label={t('replay.screen')}
                // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                tabIndex={0}
                lang={facts.locale}
                className="max-lg:max-h-[32rem] max-lg:overflow-y-auto max-lg:rounded-xl max-lg:ring-1 max-lg:ring-line-strong lg:h-[36rem]"
              >
                {screen}
              </div>
              {guides.length > 0 ? (
                <div lang={facts.locale} className="grid gap-3 rounded-xl bg-sunken px-5 py-4 text-sm">
                  <p className="text-xs text-faint" lang="">
                    {t('replay.guide')}
                  </p>
                  {guides.map((html) => (
                    <RenderedHtml key={html} html={html} />
                  ))}
                </div>
              ) : null}
            </div>
            <ReplayStepList {...walk} />
          </div>
        </section>
      )}
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-2">
        <ReplayTaskList
          tasks={view.tasks}
          at={view.traceGone ? facts.wallMs : (steps[current]?.at ?? 0)}
          format={format}
        />
        <ReplayWays path={view.path} beyond={view.beyond} ideal={view.ideal} titles={view.stateNames} />
      </div>
      <TrialNotes notes={view.notes} mayNote={view.mayNote} answer={noteAnswer} format={format} />
      <TrialJudgement
        flags={facts.flags}
        signals={facts.signals}
        ruling={facts.ruling}
        mayJudge={view.mayJudge}
        format={format}
      />
    </div>
  )
}

/** To the ideal path beside this trial, and to the list for another one. */
function CompareLinks({ view: { facts, ideal, traceGone } }: { view: ReplayView }) {
  const { t } = useTranslation('boards')
  if (traceGone) return null
  return (
    <span className="flex flex-wrap gap-2">
      {ideal === null ? null : (
        <LinkButton to={paths.compareTrials({ a: facts.id, b: IDEAL })} tone="secondary" size="small">
          {t('compare.withIdeal')}
        </LinkButton>
      )}
      <LinkButton
        to={paths.trialList({ demo: facts.demo, range: 'all', compare: facts.id })}
        tone="secondary"
        size="small"
      >
        {t('compare.withAnother')}
      </LinkButton>
    </span>
  )
}

function stepHref(trialId: string, step: number): string {
  return paths.replay(trialId, { step: step === 0 ? undefined : String(step) })
}
