import { createAskThread } from './ask-thread'
import type { AskThread } from './ask-thread'
import type { ProofAnswer, ProofRequest } from './proof-worker'

export type ProofThread = AskThread<ProofRequest, ProofAnswer>

/** Added to the budget of the search, for starting the thread and parsing. */
const GRACE_MS = 15_000

/** The thread that proves demos. */
export function createProofThread(): ProofThread {
  return createAskThread({
    module: 'proof-worker',
    maxWaiting: 16,
    maxMemoryMb: 768,
    deadlineMs: ({ maxMs }) => maxMs + GRACE_MS,
    words: {
      busy: 'Many proofs are waiting. Try again in a minute.',
      late: 'The proof took too long.',
      broken: 'The proof could not be run',
    },
  })
}
