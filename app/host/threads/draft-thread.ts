import { refusalOf } from '~/domain/errors'
import { createAskThread } from './ask-thread'
import { doDraftTask } from './draft-tasks'
import type { DraftTaskName, DraftTasks } from './draft-tasks'
import type { DraftAnswer, DraftQuestion } from './draft-worker'

export interface DraftThread {
  /**
   * Runs a task: here when it is `small`, otherwise in a thread.
   * @throws DomainError what the task refuses; `unavailable` when too much waits, or when the time limit was exceeded
   *   (`late`)
   */
  run<Name extends DraftTaskName>(
    name: Name,
    asks: DraftTasks[Name]['asks'],
    options: { small: boolean },
  ): Promise<DraftTasks[Name]['gives']>
  stop(): Promise<void>
}

const DEADLINES_MS: Record<DraftTaskName, number> = {
  check: 20_000,
  compare: 20_000,
  render: 90_000,
  rehearse: 60_000,
  drawing: 20_000,
  video: 30_000,
}

/** The thread that checks, compares, renders and rehearses drafts, and reads uploads. */
export function createDraftThread(): DraftThread {
  const thread = createAskThread<DraftQuestion, DraftAnswer>({
    module: 'draft-worker',
    maxWaiting: 64,
    maxMemoryMb: 768,
    deadlineMs: ({ name }) => DEADLINES_MS[name],
    words: {
      busy: 'Many checks are waiting. Try again in a minute.',
      late: 'This took too long: make the document smaller.',
      broken: 'This could not be done',
    },
  })
  return {
    run: async (name, asks, { small }) => {
      if (small) return doDraftTask(name, asks)
      const answer = await thread.ask({ name, asks } as DraftQuestion)
      if (answer.ok) return answer.gives as DraftTasks[typeof name]['gives']
      throw 'failed' in answer ? new Error(answer.failed) : refusalOf(answer.refused)
    },
    stop: thread.stop,
  }
}
