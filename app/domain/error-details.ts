import type { PlacedProblem } from './placed-problem'

/** What is wrong with one part of an input. */
export interface InputIssue {
  /** Its path, joined by dots. */
  at: string
  message: string
}

/** What is wrong in a file of a document. */
type FileIssue = PlacedProblem & { code: string; file: string }

/** What is wrong in one text. */
type TextIssue = Pick<FileIssue, 'code' | 'message' | 'line' | 'column'>

/** The two versions of a document that two people saved. */
interface SavedTwice {
  draftVersion: number
  theirs: Record<string, string>
  yours: Record<string, string>
  /** ISO instant. */
  savedAt: string
  /** The name of the person who saved in between. */
  savedBy: string | null
}

/**
 * What a refusal says beside its message, by its code. It is plain JSON that is sent to the client: no secrets, no stack
 * traces. A member that is optional is there when the refusal is about it.
 */
export interface ErrorDetails {
  'invalid-input': {
    issues?: InputIssue[]
    /** The field or the place in the document. */
    at?: string
    /** Why, where there is one of several reasons. */
    reason?: string
    problem?: string
    problems?: TextIssue[]
    plan?: string
    role?: string
    /** A file with too many lines or keys: which, how many it may have, and on which line the next one is. */
    file?: string
    what?: 'lines' | 'keys'
    most?: number
    line?: number
  }
  'not-found': {
    at?: string
    kind?: string
    slug?: string
    demo?: string
    number?: number
    revisionId?: string
  }
  gone: {
    demo?: string
    /** The slug of what to try in its place. */
    instead?: string | null
    reason?: 'trace-let-go'
    seq?: number
  }
  unauthenticated: object
  forbidden: { permission?: string; reason?: 'guest-browser'; issues?: InputIssue[] }
  conflict: Partial<SavedTwice> & {
    at?: string
    id?: string
    number?: number
    status?: string
    action?: string
    /** An author may not approve alone. */
    reason?: 'four-eyes'
    /** The draft version that was looked at; `draftVersion` is the one that was found. */
    expected?: number
    /** The documents that name this one. */
    usedBy?: { kind: string; slug: string }[]
    /** The event that another page has sent, and the next one that would be taken. */
    seq?: number
    expectedSeq?: number
  }
  'idempotency-mismatch': object
  'sequence-gap': { expectedSeq: number; lastSeq: number }
  'event-refused': { seq: number; reason: string; at?: string; lastSeq: number }
  'proof-failed': { stage: 'check' | 'proof'; problems: FileIssue[] }
  /** Seconds until it may be asked again. */
  'rate-limited': { retryAfter?: number }
  unavailable: {
    retryAfter?: number
    /** It was begun, and took longer than it may. */
    late?: true
    /** The columnar copy is being made or catches up; how much of a first copy is done. */
    copy?: { percent: number | null }
  }
  'timed-out': object
}
