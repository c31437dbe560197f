import { parentPort } from 'node:worker_threads'
import { isDomainError, plainRefusal } from '~/domain/errors'
import type { PlainRefusal } from '~/domain/errors'
import { doDraftTask } from './draft-tasks'
import type { DraftTaskName, DraftTasks } from './draft-tasks'
import { takeSettings } from './take-settings'

/** A task for this thread, one at a time. */
export type DraftQuestion = {
  [Name in DraftTaskName]: { name: Name; asks: DraftTasks[Name]['asks'] }
}[DraftTaskName]

/** The result or the refusal: errors lose their code between threads. */
export type DraftAnswer =
  | { ok: true; gives: DraftTasks[DraftTaskName]['gives'] }
  | { ok: false; refused: PlainRefusal }
  | { ok: false; failed: string }

async function answer({ name, asks }: DraftQuestion): Promise<DraftAnswer> {
  try {
    return { ok: true, gives: await doDraftTask(name, asks) }
  } catch (error) {
    if (isDomainError(error)) return { ok: false, refused: plainRefusal(error) }
    return { ok: false, failed: String(error) }
  }
}

takeSettings()
parentPort?.on('message', (question: DraftQuestion) => {
  void answer(question).then((given) => parentPort?.postMessage(given))
})
