import { refusalSentence } from '~/platform/start-refusal'

/** Prints why a command failed, without a stack when one sentence says it, and returns its exit code. */
export function printRefusal(error: unknown): number {
  console.error(refusalSentence(error) ?? error)
  return 1
}
