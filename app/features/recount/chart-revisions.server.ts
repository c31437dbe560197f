import { findUncharted, setProof } from '#db/queries/revisions'
import type { Proof } from '~/domain/demo/proof/proof'
import type { Demo } from '~/domain/demo/format/schema'
import { isDomainError } from '~/domain/errors'
import type { App } from '~/platform/context/context'

/** Sorts before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Proves revisions again whose proof does not know the remaining way, one after another in the proof's own thread, and adds
 * it. The rest of a proof stays as it was at publishing. A revision that cannot be explored to its end is marked and not
 * tried again. Gives how many were proven.
 */
export async function chartRevisions(app: Pick<App, 'db' | 'inspector' | 'trials' | 'log'>): Promise<number> {
  let charted = 0
  let after = FIRST
  for (;;) {
    const revision = await findUncharted(app.db, after)
    if (!revision) return charted
    const { id, body } = revision
    after = id
    const fresh = await prove(app, id, (body as { demo: Demo }).demo)
    if (!fresh) continue
    await setProof(app.db, id, withWays(revision.proof as Proof, fresh))
    app.trials.lookAgain(id)
    charted += 1
  }
}

/** Null when the thread is not available; the next run tries again. */
async function prove(
  { inspector, log }: Pick<App, 'inspector' | 'log'>,
  revisionId: string,
  demo: Demo,
): Promise<Pick<Proof, 'runs'> | null> {
  try {
    return await inspector.proveRead(demo)
  } catch (error) {
    log.warn({ err: error, revisionId }, 'A revision could not be proven again')
    return isDomainError(error) && error.code === 'invalid-input' ? { runs: [] } : null
  }
}

function withWays(proof: Proof, fresh: Pick<Proof, 'runs'>): Proof {
  const waysOf = (plan: string, role: string) =>
    fresh.runs.find((run) => run.plan === plan && run.role === role)?.ways ?? null
  return { ...proof, runs: proof.runs.map((run) => ({ ...run, ways: waysOf(run.plan, run.role) })) }
}
