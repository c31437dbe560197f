import { z } from 'zod'
import { schedulePublishingSchema, scheduleKeySchema, scheduleRetirementSchema } from '../schedule/schemas'
import {
  addCommentSchema,
  askReviewSchema,
  commentKeySchema,
  decideReviewSchema,
  publishReviewedSchema,
  reviewKeySchema,
} from './schemas'

/** The document is named by the address of the page. */
const NAMED = { kind: true, slug: true } as const

/** The form fields of the review page, by intent. */
export const reviewFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('ask'), ...askReviewSchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('withdraw'), ...reviewKeySchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('decide'), ...decideReviewSchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('publish'), ...publishReviewedSchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('schedule'), ...schedulePublishingSchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('expire'), ...scheduleRetirementSchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('cancel'), ...scheduleKeySchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('comment'), ...addCommentSchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('resolve'), ...commentKeySchema.omit(NAMED).shape }),
])

export type ReviewFields = z.output<typeof reviewFields>
