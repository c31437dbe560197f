import type { DocumentKind } from '~/domain/content/kinds'
import type { Context } from '~/platform/context/context'
import { cancelSchedule } from '../schedule/cancel-schedule.server'
import { schedulePublishing } from '../schedule/schedule-publishing.server'
import { scheduleRetirement } from '../schedule/schedule-retirement.server'
import { addComment } from './add-comment.server'
import { askReview } from './ask-review.server'
import { decideReview } from './decide-review.server'
import { publishReviewed } from './publish-reviewed.server'
import { resolveComment } from './resolve-comment.server'
import type { ReviewFields } from './review-fields.server'
import { withdrawReview } from './withdraw-review.server'

interface Named {
  kind: DocumentKind
  slug: string
}

/** Runs the command of a form of the review page. @throws DomainError what its use case refuses */
export async function runReviewCommand(ctx: Context, named: Named, fields: ReviewFields): Promise<void> {
  const input = { ...named, ...fields }
  switch (input.intent) {
    case 'ask':
      await askReview({ ctx, input })
      return
    case 'withdraw':
      return withdrawReview({ ctx, input })
    case 'decide':
      return decideReview({ ctx, input })
    case 'publish':
      await publishReviewed({ ctx, input })
      return
    case 'schedule':
      return schedulePublishing({ ctx, input })
    case 'expire':
      return scheduleRetirement({ ctx, input })
    case 'cancel':
      return cancelSchedule({ ctx, input })
    case 'comment':
      return addComment({ ctx, input })
    case 'resolve':
      return resolveComment({ ctx, input })
  }
}
