import { listRemarksOfTrial } from '#db/queries/remarks'
import { listTrialNotes } from '#db/queries/trial-notes'
import type { TrialRow } from '#db/queries/trials'
import type { Run } from '~/domain/demo/engine/run'
import type { Demo } from '~/domain/demo/format/schema'
import { viewScreen } from '~/domain/demo/screen/view'
import { detoursOnPath } from '~/domain/insight/replay-moments'
import { replayMarks } from '~/domain/insight/replay-marks'
import { LOCALES, localize } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { forReading } from '~/platform/context/context'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { replaySchema } from '../filter/board-query'
import { isPermitted } from '~/platform/context/is-permitted'
import { readNames } from '../filter/demo-names.server'
import type { DemoRevision } from '../filter/demo-of.server'
import type { ShownNote } from '../notes/shown-note'
import { readFacts } from './read-facts.server'
import { playTrial, runAt } from './play-trial.server'
import { replayStep } from './replay-step'
import type { ReplayFacts, ReplayTask, ReplayView } from './replay-views'
import { workspaceSettings } from '~/platform/context/workspace-settings'

const { shape } = replaySchema
/** What is no id of a trial is the id of none. */
const inputSchema = querySchema(replaySchema.extend({ trialId: shape.trialId.nullable().catch(null) }))

/**
 * A trial as it went, at one of its steps: the demo's own machine run again from the trace on the revision it began on.
 * @throws DomainError `not-found` when there is no such trial, or its revision is no longer kept
 */
export const readReplay = verb(
  { permission: 'trials.read', input: inputSchema },
  async ({ ctx: asked, input: { query, leftOut } }): Promise<ReplayView> => {
    const ctx = forReading(asked)
    const { trialId, step } = query
    const { trial, revision, played, traceGone } = await playTrial(ctx, trialId)
    const [compiled, ideal, { timeZone }, facts, notes, remarks] = await Promise.all([
      ctx.trials.compiled(trial.revisionId),
      ctx.trials.ideal(trial.revisionId, trial.plan, trial.role),
      workspaceSettings(ctx),
      readFacts(ctx, trial, revision),
      readNotes(ctx, trial),
      listRemarksOfTrial(ctx.db, trial),
    ])
    const { moments, refused } = played
    const current = Math.min(step, moments.length - 1)
    const shown = runAt(moments, current)
    const screen = viewScreen(shown, trial.locale)
    const { states } = await readNames(ctx, revision.demo)
    return {
      leftOut,
      timeZone,
      facts,
      steps: moments.map((moment, index) => replayStep(moment, index, ctx.locale)),
      marks: replayMarks(played, { ratedMs: ratedMs(facts), remarks }),
      current,
      screen,
      guides: screen.guides.flatMap(({ guide }) => guideHtml(revision, guide, trial.locale)),
      tasks: traceGone ? tasksOf(trial, compiled.demo, ctx) : tasksAt(shown, ctx),
      path: traceGone ? trial.path : [...runAt(moments, moments.length - 1).path],
      beyond: traceGone ? null : detoursOnPath(moments),
      ideal: ideal?.path ?? null,
      stateNames: states,
      refusedAt: refused?.seq ?? null,
      traceGone,
      mayJudge: isPermitted(ctx, 'trials.judge'),
      notes,
      mayNote: isPermitted(ctx, 'trials.note'),
    }
  },
)

/** When the prospect rated, in trial time. */
const ratedMs = ({ ratedAt, startedAt }: ReplayFacts): number | null =>
  ratedAt && ratedAt.getTime() - startedAt.getTime()

function guideHtml({ rendered }: DemoRevision, guide: string, locale: string): string[] {
  const html = [locale, ...LOCALES]
    .map((one) => rendered[`${guide}.${one}`])
    .find((text) => text !== undefined)
  return html === undefined ? [] : [html]
}

function tasksAt(run: Run, { locale }: Context): ReplayTask[] {
  return Object.entries(run.compiled.demo.tasks).flatMap(([id, task]) => {
    const state = run.tasks[id]
    if (!state) return []
    const title = localize(task.title, locale) || id
    return [{ id, title, optional: task.optional ?? false, doneAt: state.doneAt }]
  })
}

/** From the summary of the trial, when its steps are gone. */
function tasksOf(trial: TrialRow, demo: Demo, { locale }: Context): ReplayTask[] {
  return Object.entries(demo.tasks).flatMap(([id, task]) => {
    const doneAt = trial.tasks[id]
    if (doneAt === undefined) return []
    return [{ id, title: localize(task.title, locale) || id, optional: task.optional ?? false, doneAt }]
  })
}

async function readNotes(ctx: Context, trial: TrialRow): Promise<ShownNote[]> {
  const notes = await listTrialNotes(ctx.db, trial)
  const reader = ctx.actor.kind === 'staff' ? ctx.actor.id : undefined
  return notes.map(({ id, text, authorId, authorName, at, changedAt, version }) => ({
    ...{ id, text, author: authorName, at, changedAt, version, isOwn: authorId === reader },
  }))
}
