import { SPOKEN_KINDS } from '~/domain/insight/feedback/feedback-state'
import type { FeedbackKind } from '~/domain/insight/feedback/feedback-state'
import { LOCALES } from '~/domain/text'
import type { Locale } from '~/domain/text'

/** What names something on the board of feedback, as text that a form can send. */
export type FeedbackKey =
  | { kind: 'rating'; trial: string }
  | { kind: 'remark'; trial: string; id: string }
  | { kind: 'ask'; id: string }
  | { kind: 'search'; locale: Locale; query: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The key of something in the list. */
export function formatFeedbackKey({
  kind,
  id,
  trial,
}: {
  kind: FeedbackKind
  id: string
  trial: string | null
}): string {
  return kind === 'remark' ? `remark:${trial}:${id}` : `${kind}:${id}`
}

/** Null for what is no key. */
export function parseFeedbackKey(text: string): FeedbackKey | null {
  const [name = '', ...rest] = text.split(':')
  if (name === 'search') return searchKey(rest)
  const kind = SPOKEN_KINDS.find((one) => one === name)
  const [first = '', second] = rest
  if (!kind || !rest.every((id) => UUID.test(id))) return null
  if (kind === 'remark') return second ? { kind, trial: first, id: second } : null
  if (first === '' || second !== undefined) return null
  return kind === 'rating' ? { kind, trial: first } : { kind, id: first }
}

function searchKey([language, ...words]: string[]): FeedbackKey | null {
  const locale = LOCALES.find((one) => one === language)
  const query = words.join(':')
  return locale && query !== '' ? { kind: 'search', locale, query } : null
}
