import { paths } from '~/paths'
import type { Fetch } from '../client/send-batch'
import type { RemarkChange } from './remark'

/** What became of a change: the server has it, refuses it for good, or may take it later. */
export type RemarkFate = 'kept' | 'refused' | 'later'

/** Sends one change. Never throws; the request goes on when the page is closed. */
export async function sendRemark(
  fetch: Fetch,
  { trialId, id, remark }: RemarkChange,
  signal: AbortSignal,
): Promise<RemarkFate> {
  try {
    const answer = await fetch(paths.api.remark(trialId, id), {
      method: remark ? 'PUT' : 'DELETE',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      ...(remark && { body: bodyOf(remark) }),
      credentials: 'same-origin',
      keepalive: true,
      signal,
    })
    if (answer.ok) return 'kept'
    return answer.status === 408 || answer.status === 429 || answer.status >= 500 ? 'later' : 'refused'
  } catch {
    return 'later'
  }
}

function bodyOf({ id: _id, ...said }: NonNullable<RemarkChange['remark']>): string {
  return JSON.stringify(said)
}
