import { v7 as uuidv7 } from 'uuid'
import { upsertCosts } from '#db/queries/costs'
import type { Executor } from '#db/client'
import { auditActor } from '~/platform/audit/audit-actor'
import type { Context } from '~/platform/context/context'
import { LINE_OUTCOMES, type CostFileResult, type LineOutcome, type LineResult } from './cost-views'
import type { CostFile } from './csv/read-cost-file.server'

/** Writes the lines that could be read, in the caller's transaction, and says what became of each. */
export async function writeCostFile(
  tx: Executor,
  ctx: Context,
  { name, file }: { name: string; file: CostFile },
): Promise<CostFileResult> {
  const at = ctx.now()
  const readable = file.lines.flatMap(({ line, reading }) =>
    'cost' in reading ? [{ line, cost: reading.cost, id: uuidv7({ msecs: at.getTime() }) }] : [],
  )
  const by = auditActor(ctx.actor).actorName
  const outcomes = await upsertCosts(
    tx,
    readable.map(({ cost, id }) => ({ ...cost, id })),
    { at, by },
  )
  const byLine = new Map(readable.map(({ line }, index) => [line, outcomes[index] ?? 'same']))
  const lines = file.lines.map(({ line, reading }): LineResult => {
    const issues = 'issues' in reading ? reading.issues : []
    const cost = 'cost' in reading ? reading.cost : null
    return { line, outcome: byLine.get(line) ?? 'invalid', cost, issues }
  })
  const { notation, questions, hash } = file
  return { name, notation, questions, hash, counts: countOutcomes(lines), lines }
}

function countOutcomes(lines: readonly LineResult[]): Record<LineOutcome, number> {
  const count = (one: LineOutcome) => lines.filter(({ outcome }) => outcome === one).length
  return Object.fromEntries(LINE_OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<
    LineOutcome,
    number
  >
}
