import { DomainError } from '~/domain/errors'
import { compileDemo } from '~/domain/demo/engine/compile'
import type { CompiledDemo } from '~/domain/demo/engine/compile'
import type { Proof } from '~/domain/demo/proof/proof'
import type { Run } from '~/domain/demo/engine/run'
import type { Demo } from '~/domain/demo/format/schema'
import type { IdealPath } from '~/domain/demo/engine/score'
import { Ways } from '~/domain/demo/engine/way/ways'
import type { Pace } from '~/domain/trial/speed'
import { createBoundedCache } from '../cache/bounded-cache'
import type { LiveContent } from '../content/live-content'

/** A running trial after `seq` was accepted. */
export interface LiveRun {
  seq: number
  run: Run
  pace: Pace
}

/** A bounded cache of what is expensive to compute. Everything in it can be computed again from the database. */
export interface Trials {
  /**
   * The compiled demo of a revision.
   * @throws DomainError `not-found` when that revision has no demo
   */
  compiled(revisionId: string): Promise<CompiledDemo>
  /** The shortest way to success that the revision's proof found for a plan and start role, or null. */
  ideal(revisionId: string, plan: string, role: string): Promise<IdealPath | null>
  /** The remaining way from everywhere, as the proof found it for a plan and start role; null while it is not known. */
  ways(revisionId: string, plan: string, role: string): Promise<Ways | null>
  /** Looks at the proof of a revision again: it was proven again. */
  lookAgain(revisionId: string): void
  /** The run of a trial, if it is remembered. Another instance may have taken it further: compare its `seq`. */
  recall(trialId: string): LiveRun | null
  /** Remembers a run. Only after its events are committed. */
  remember(trialId: string, live: LiveRun): void
  forget(trialId: string): void
}

export interface TrialsOptions {
  content: Pick<LiveContent, 'revision' | 'newestProof'>
  maxDemos?: number
  maxRuns?: number
}

/** A proof without the remaining way is read again after this many milliseconds, in case it was proven again. */
const LOOK_AGAIN_MS = 30_000

/** The data of a proof, and when it was read. */
interface KnownWays {
  ways: Map<string, Ways>
  readAt: number
}

const nameOf = (plan: string, role: string): string => `${plan} ${role}`

function readWays(compiled: CompiledDemo, proof: Proof | null): Map<string, Ways> {
  const found = (proof?.runs ?? []).flatMap(({ plan, role, ways }) =>
    ways ? [[nameOf(plan, role), new Ways(compiled, ways)] as const] : [],
  )
  return new Map(found)
}

/** Compiled demos by revision and running trials by id; the least recently used are evicted. */
export function createTrials({ content, maxDemos = 60, maxRuns = 500 }: TrialsOptions): Trials {
  const demos = createBoundedCache<Promise<CompiledDemo>>(maxDemos)
  const runs = createBoundedCache<LiveRun>(maxRuns)
  const proven = createBoundedCache<Promise<KnownWays>>(maxDemos)

  async function readProven(revisionId: string, isFirst: boolean): Promise<KnownWays> {
    const readAt = Date.now()
    const proof = isFirst
      ? (await content.revision(revisionId))?.proof
      : await content.newestProof(revisionId)
    return { ways: readWays(await compiled(revisionId), (proof ?? null) as Proof | null), readAt }
  }

  async function provenWays(revisionId: string): Promise<KnownWays> {
    const known = proven.get(revisionId)
    const found = await known
    if (found && (found.ways.size > 0 || Date.now() - found.readAt < LOOK_AGAIN_MS)) return found
    const reading = readProven(revisionId, known === undefined)
    proven.set(revisionId, reading)
    reading.catch(() => proven.delete(revisionId))
    return reading
  }

  function compiled(revisionId: string): Promise<CompiledDemo> {
    const known = demos.get(revisionId)
    if (known) return known
    const compiling = compile(revisionId)
    demos.set(revisionId, compiling)
    compiling.catch(() => demos.delete(revisionId))
    return compiling
  }

  async function compile(revisionId: string): Promise<CompiledDemo> {
    const revision = await content.revision(revisionId)
    if (revision?.kind !== 'demo')
      throw new DomainError('not-found', 'There is no such demo.', { revisionId })
    return compileDemo((revision.body as { demo: Demo }).demo)
  }

  return {
    compiled,
    ways: async (revisionId, plan, role) =>
      (await provenWays(revisionId)).ways.get(nameOf(plan, role)) ?? null,
    ideal: async (revisionId, plan, role) => {
      const revision = await content.revision(revisionId)
      const proof = revision?.proof as Proof | null | undefined
      return proof?.runs.find((one) => one.plan === plan && one.role === role)?.ideal ?? null
    },
    lookAgain: (revisionId) => {
      const reading = readProven(revisionId, false)
      proven.set(revisionId, reading)
      reading.catch(() => proven.delete(revisionId))
    },
    recall: (trialId) => runs.get(trialId) ?? null,
    remember: (trialId, live) => runs.set(trialId, live),
    forget: (trialId) => runs.delete(trialId),
  }
}
