import { listTrialsOf } from '#db/queries/trials'
import type { TrialRow } from '#db/queries/trials'
import type { Demo } from '~/domain/demo/format/schema'
import { localize } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import type { TrialCard } from './trial-card'

/** The trials of this browser, the newest first; none for a browser without an id. */
export const listMyTrials = verb({ permission: 'anyone' }, async ({ ctx }): Promise<TrialCard[]> => {
  if (ctx.visitor === null) return []
  const rows = await listTrialsOf(ctx.db, ctx.visitor.id)
  const cards = await Promise.all(rows.reverse().map((row) => describe(ctx, row)))
  return cards.filter((card) => card !== null)
})

async function describe(ctx: Context, row: TrialRow): Promise<TrialCard | null> {
  const [revision, status, plans] = await Promise.all([
    ctx.content.revision(row.revisionId),
    ctx.content.status('demo', row.demoSlug),
    ctx.content.published('plans', 'plans'),
  ])
  if (!revision) return null
  const { demo } = revision.body as { demo: Demo }
  const plan = plans?.body.plans.find((each) => each.id === row.plan)
  const required = Object.entries(demo.tasks).filter(([id, task]) => !task.optional && id in row.tasks)
  return {
    id: row.id,
    demoSlug: row.demoSlug,
    title: localize(demo.title, ctx.locale),
    plan: row.plan,
    planName: localize(plan?.name ?? {}, ctx.locale) || row.plan,
    role: row.role,
    tasksDone: required.filter(([id]) => (row.tasks[id] ?? null) !== null).length,
    taskCount: required.length,
    score: row.score,
    startedAt: row.startedAt.toISOString(),
    lastEventAt: row.lastEventAt.toISOString(),
    finished: row.finishedAt !== null,
    offered: status === 'published',
  }
}
