import { z } from 'zod'
import { jsonField } from '~/platform/http/forms/json-field'
import { MOST_CHANGES } from './schemas'
import type { FeedbackChanges, FeedbackWork } from './schemas'

type Changes = FeedbackChanges['changes']

/** Changes that put others back, as an answer gave them; the use case checks them like any. */
export const undoField = jsonField(
  z.array(z.unknown()).transform((list) => list as Changes),
  {
    ...{ bytes: 128 * 1024, depth: 4, entries: MOST_CHANGES * 8 },
  },
)

interface Chosen {
  intent: 'seen' | 'new' | 'assign' | 'answer'
  /** Each as `key@version`. */
  item: readonly string[]
  assignedTo: string
  revisionId: string
}

/** The changes that a form asks for. */
export function chosenChanges({ intent, item, assignedTo, revisionId }: Chosen): Changes {
  const to = workOf({ intent, assignedTo, revisionId })
  return item.map((text) => {
    const mark = text.lastIndexOf('@')
    return { item: text.slice(0, mark), version: Number(text.slice(mark + 1)), to }
  })
}

function workOf({ intent, assignedTo, revisionId }: Omit<Chosen, 'item'>): FeedbackWork {
  switch (intent) {
    case 'assign':
      return { state: 'assigned', assignedTo }
    case 'answer':
      return { state: 'answered', revisionId: revisionId || null }
    default:
      return { state: intent }
  }
}
