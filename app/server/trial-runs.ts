import { DomainError } from '~/domain/errors'
import { compileDemo } from '~/domain/demo/compile'
import type { CompiledDemo } from '~/domain/demo/compile'
import type { Proof } from '~/domain/demo/proof'
import type { Run } from '~/domain/demo/run'
import type { Demo } from '~/domain/demo/schema'
import type { IdealPath } from '~/domain/demo/score'
import type { Pace } from '~/domain/trial/speed'
import { createBoundedCache } from './bounded-cache'
import type { LiveContent } from './live-content'

/** A running trial as it stood when `seq` had been accepted. */
export interface LiveRun {
  seq: number
  run: Run
  pace: Pace
  /** The shortest way to success of its plan and start role, or null. */
  ideal: IdealPath | null
}

/** Bounded memory of what is dear to make. Everything in it can be made again from the database. */
export interface Trials {
  /**
   * The demo of a revision, ready to run.
   * @throws DomainError `not-found` when there is no demo of that revision.
   */
  compiled(revisionId: string): Promise<CompiledDemo>
  /** The shortest way to success that the revision's proof found for a plan and start role, or null. */
  ideal(revisionId: string, plan: string, role: string): Promise<IdealPath | null>
  /** The run of a trial, if it is remembered. Another instance may have taken it further: compare its `seq`. */
  recall(trialId: string): LiveRun | null
  /** Remembers a run. Only after its events are committed. */
  remember(trialId: string, live: LiveRun): void
  forget(trialId: string): void
}

export interface TrialsOptions {
  content: Pick<LiveContent, 'revision'>
  maxDemos?: number
  maxRuns?: number
}

/** Compiled demos by revision and running trials by id, the least used dropped first. */
export function createTrials({ content, maxDemos = 60, maxRuns = 500 }: TrialsOptions): Trials {
  const demos = createBoundedCache<Promise<CompiledDemo>>(maxDemos)
  const runs = createBoundedCache<LiveRun>(maxRuns)

  async function compile(revisionId: string): Promise<CompiledDemo> {
    const revision = await content.revision(revisionId)
    if (revision?.kind !== 'demo')
      throw new DomainError('not-found', 'There is no such demo.', { revisionId })
    return compileDemo((revision.body as { demo: Demo }).demo)
  }

  return {
    compiled: (revisionId) => {
      const known = demos.get(revisionId)
      if (known) return known
      const compiling = compile(revisionId)
      demos.set(revisionId, compiling)
      compiling.catch(() => demos.delete(revisionId))
      return compiling
    },
    ideal: async (revisionId, plan, role) => {
      const revision = await content.revision(revisionId)
      const proof = revision?.proof as Proof | null | undefined
      return proof?.runs.find((one) => one.plan === plan && one.role === role)?.ideal ?? null
    },
    recall: (trialId) => runs.get(trialId) ?? null,
    remember: (trialId, live) => runs.set(trialId, live),
    forget: (trialId) => runs.delete(trialId),
  }
}
