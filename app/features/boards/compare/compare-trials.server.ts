import type { TrialRow } from '#db/queries/trials'
import { viewScreen } from '~/domain/demo/screen/view'
import { DomainError } from '~/domain/errors'
import type { Moments } from '~/domain/insight/replay-moments'
import { replayMoments } from '~/domain/insight/replay-moments'
import type { PairedStop } from '~/domain/insight/replay-pairs'
import { pairByState, pairByTime, partingOf, timeByState } from '~/domain/insight/replay-pairs'
import type { Context } from '~/platform/context/context'
import { forReading } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { readNames } from '../filter/demo-names.server'
import type { PlayedTrial } from '../replay/play-trial.server'
import { playTrial, runAt } from '../replay/play-trial.server'
import { replayStep } from '../replay/replay-step'
import { IDEAL, comparisonSchema } from './comparison-query'
import type { ComparedFigures, ComparedSide, TrialComparison, Mismatch } from './comparison-views'

/** One side: a trial as it was played, or the ideal path in its place. */
interface Played extends PlayedTrial {
  isIdeal: boolean
}

/**
 * Two trials side by side at one place, or a trial and the ideal path of its plan and role.
 * @throws DomainError `not-found` when there is no such trial or the proof found no ideal path
 */
export const compareTrials = verb(
  { permission: 'trials.read', input: querySchema(comparisonSchema) },
  async ({ ctx: asked, input: { query, leftOut } }): Promise<TrialComparison> => {
    const ctx = forReading(asked)
    const a: Played = { ...(await playTrial(ctx, query.a)), isIdeal: false }
    const b: Played =
      query.b === IDEAL ? await playIdeal(ctx, a) : { ...(await playTrial(ctx, query.b)), isIdeal: false }
    const mismatches = mismatchesOf(a.trial, b.trial)
    const by = b.isIdeal ? 'state' : (query.by ?? (mismatches.includes('demo') ? 'time' : 'state'))
    const pair = by === 'state' ? pairByState : pairByTime
    const stops = pair(a.played.moments, b.played.moments)
    const current = Math.max(0, Math.min(query.stop, stops.length - 1))
    const at = stops[current] ?? { a: 0, b: 0 }
    const names = { ...(await namesOf(ctx, b)), ...(await namesOf(ctx, a)) }
    const parting = partingOf(pairByState(a.played.moments, b.played.moments))
    return {
      query: { ...query, by },
      leftOut,
      timeZone: (await workspaceSettings(ctx)).timeZone,
      sides: { a: await sideOf(ctx, a, at.a), b: await sideOf(ctx, b, at.b) },
      mismatches,
      stops: stops.map((stop) => stopView(stop, { a, b }, names)),
      current,
      parting: parting && { ...parting, after: parting.after && (names[parting.after] ?? parting.after) },
      times: timesOf(a, b, names),
      hasTimes: !b.isIdeal,
    }
  },
)

async function playIdeal(ctx: Context, { trial, revision }: Played): Promise<Played> {
  const { revisionId, plan, role, seed, startedAt } = trial
  const [compiled, ways, ideal] = await Promise.all([
    ctx.trials.compiled(revisionId),
    ctx.trials.ways(revisionId, plan, role),
    ctx.trials.ideal(revisionId, plan, role),
  ])
  if (!ideal) throw new DomainError('not-found', 'The proof of this demo found no ideal path.')
  const events = ideal.events.map((event, index) => ({ ...event, seq: index + 1, at: 0, activeMs: 0 }))
  const start = { plan, role, seed, startedAt: startedAt.getTime(), ways }
  return { trial, revision, played: replayMoments(compiled, start, events), traceGone: false, isIdeal: true }
}

function mismatchesOf(a: TrialRow, b: TrialRow): Mismatch[] {
  if (a.demoSlug !== b.demoSlug) return ['demo']
  const differ: Record<Exclude<Mismatch, 'demo'>, boolean> = {
    revision: a.revisionId !== b.revisionId,
    plan: a.plan !== b.plan,
    role: a.role !== b.role,
  }
  return (['revision', 'plan', 'role'] as const).filter((part) => differ[part])
}

const namesOf = async (ctx: Context, { revision }: Played): Promise<Record<string, string>> =>
  (await readNames(ctx, revision.demo)).states

async function sideOf(ctx: Context, side: Played, index: number): Promise<ComparedSide> {
  const { trial, revision, played, isIdeal, traceGone } = side
  const names = await readNames(ctx, revision.demo)
  const moment = played.moments[index]
  if (!moment) throw new Error('A replay has at least its start.')
  return {
    id: isIdeal ? null : trial.id,
    title: names.title,
    plan: names.plans[trial.plan] ?? trial.plan,
    role: names.roles[trial.role] ?? trial.role,
    revision: trial.revisionNumber,
    startedAt: isIdeal ? null : trial.startedAt,
    locale: trial.locale,
    screen: viewScreen(moment.run, trial.locale),
    step: replayStep(moment, index, ctx.locale),
    figures: isIdeal ? idealFigures(played) : figuresOf(trial, played),
    traceGone,
  }
}

function figuresOf(trial: TrialRow, { refused }: Moments): ComparedFigures {
  const { activeMs, wallMs, steps, hints, detours, score } = trial
  const tasksDone = Object.values(trial.tasks).filter((doneAt) => doneAt !== null).length
  return { activeMs, wallMs, steps, hints, detours, score, tasksDone, refusals: refused ? 1 : 0 }
}

function idealFigures({ moments }: Moments): ComparedFigures {
  const end = runAt(moments, moments.length - 1)
  const tasksDone = Object.values(end.tasks).filter(({ doneAt }) => doneAt !== null).length
  return {
    ...{ activeMs: null, wallMs: null, steps: end.steps, hints: 0, detours: 0, refusals: 0, tasksDone },
    score: null,
  }
}

function stopView(
  { moved, state, a, b }: PairedStop,
  sides: { a: Played; b: Played },
  names: Record<string, string>,
): TrialComparison['stops'][number] {
  const timeOf = (side: Played, index: number) => side.played.moments[index]?.at ?? 0
  return {
    moved,
    state: state && (names[state] ?? state),
    at: { a: timeOf(sides.a, a), b: timeOf(sides.b, b) },
  }
}

function timesOf(a: Played, b: Played, names: Record<string, string>): TrialComparison['times'] {
  const [ours, theirs] = [timeByState(a.played.moments), timeByState(b.played.moments)]
  return [...new Set([...ours.keys(), ...theirs.keys()])].map((state) => ({
    state: names[state] ?? state,
    a: ours.get(state) ?? null,
    b: theirs.get(state) ?? null,
  }))
}
