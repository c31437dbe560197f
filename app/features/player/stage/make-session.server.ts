import { compileDemo } from '~/domain/demo/engine/compile'
import { replay } from '~/domain/demo/engine/replay'
import { startRun } from '~/domain/demo/engine/run'
import { chaptersOf } from '~/domain/demo/proof/chapters'
import type { Demo } from '~/domain/demo/format/schema'
import { Ways } from '~/domain/demo/engine/way/ways'
import type { WayGraph } from '~/domain/demo/engine/way/way-graph'
import { viewScreen } from '~/domain/demo/screen/view'
import type { Locale } from '~/domain/text'
import { LOCALES, localize } from '~/domain/text'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { StoredRevision } from '~/platform/content/live-content'
import type { Context } from '~/platform/context/context'
import type { PlayerSession } from './session'

/** A trial, or its stand-in in a preview. */
interface SessionTrial {
  id: string
  plan: string
  role: string
  seed: string
  startedAt: Date
  activeMs: number
}

/** A trial read by its use case, or the draft of a preview. */
interface Played {
  trial: SessionTrial
  trace: TraceEvent[]
  revision: Pick<StoredRevision, 'body' | 'rendered'>
  ways: WayGraph | null
  elapsedMs: number
}

/** Guide id -> HTML in `locale`, else in the demo's first language that has it. Rendered texts are kept as `<guide>.<locale>`. */
export function guidesIn(rendered: Record<string, string>, locale: Locale): Record<string, string> {
  const guides: Record<string, string> = {}
  const wanted = [locale, ...LOCALES.filter((other) => other !== locale)]
  for (const each of wanted) {
    for (const [key, html] of Object.entries(rendered)) {
      const dot = key.lastIndexOf('.')
      const guide = key.slice(0, dot)
      if (key.slice(dot + 1) === each && !Object.hasOwn(guides, guide)) guides[guide] = html
    }
  }
  return guides
}

/** The data of a trial that the player needs, in the visitor's language. */
export async function makeSession(
  ctx: Pick<Context, 'content' | 'locale'>,
  played: Played,
): Promise<PlayerSession> {
  const { trial, trace, revision, ways, elapsedMs } = played
  const { demo } = revision.body as { demo: Demo }
  const start = { plan: trial.plan, role: trial.role, seed: trial.seed, startedAt: trial.startedAt.getTime() }
  const compiled = compileDemo(demo)
  const plans = (await ctx.content.published('plans', 'plans'))?.body.plans ?? []
  return {
    trialId: trial.id,
    demo,
    guides: guidesIn(revision.rendered, ctx.locale),
    start,
    events: trace,
    elapsedMs,
    activeMs: trial.activeMs,
    ways,
    chapters: ways ? chaptersOf(startRun(compiled, { ...start, ways: new Ways(compiled, ways) })) : [],
    locale: ctx.locale,
    view: viewScreen(replay(compiled, start, trace).run, ctx.locale),
    work: null,
    patience: null,
    planNames: Object.fromEntries(plans.map((plan) => [plan.id, localize(plan.name, ctx.locale)])),
  }
}
