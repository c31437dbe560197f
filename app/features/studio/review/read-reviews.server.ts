import { findReview, listComments, listReviews, listSchedules } from '#db/queries/reviews'
import type { CommentRow, ListedReview, ListedSchedule } from '#db/queries/reviews'
import { findLiveRevision } from '#db/queries/revisions'
import type { ChangedFile } from '~/domain/content/changed-files'
import { hashFiles } from '~/platform/content/content-hash'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import { readOrRefuse } from '../documents/find-or-refuse.server'
import { documentKeySchema } from '../schemas'

const MOST = 20

/** A review as pages show it. */
export type ShownReview = ListedReview & {
  /** The draft is still what the review holds. */
  isCurrent: boolean
  isLive: boolean
}

export interface Reviews {
  draftVersion: number
  /** The draft differs from what is live. */
  isChanged: boolean
  fourEyes: boolean
  /** The newest first. */
  reviews: ShownReview[]
  /** What the newest review would change against what is live; null when it is over. */
  changes: ChangedFile[] | null
  schedules: ListedSchedule[]
  comments: CommentRow[]
  /** The files of the draft, to comment on. */
  files: string[]
}

/** How a document stands with its reviewers: reviews, what is scheduled, comments. @throws DomainError `not-found` */
export const readReviews = verb(
  { permission: 'documents.read', input: documentKeySchema },
  async ({ ctx, input }): Promise<Reviews> => {
    const document = await readOrRefuse(ctx.db, input)
    const live = await findLiveRevision(ctx.db, document)
    const [rows, schedules, comments, { review }] = await Promise.all([
      listReviews(ctx.db, document.id, MOST),
      listSchedules(ctx.db, document.id, MOST),
      listComments(ctx.db, document.id),
      workspaceSettings(ctx),
    ])
    const hash = hashFiles(document.draftFiles)
    const liveHash = document.status === 'published' ? live?.contentHash : undefined
    const [newest] = rows
    const isOpen =
      newest && (newest.state === 'asked' || newest.state === 'approved') && newest.contentHash !== liveHash
    const open = isOpen ? await findReview(ctx.db, document.id, newest.id) : null
    return {
      ...{ schedules, comments, draftVersion: document.draftVersion, fourEyes: review?.fourEyes ?? false },
      isChanged: hash !== liveHash,
      reviews: rows.map((shown) => ({
        ...shown,
        isCurrent: shown.contentHash === hash,
        isLive: shown.contentHash === liveHash,
      })),
      changes: open && (await ctx.inspector.compare(live?.files ?? {}, open.files)),
      files: Object.keys(document.draftFiles).sort(),
    }
  },
)
