import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useDocumentName } from '~/features/studio/documents/components/document-name'
import { documentOf } from '~/features/studio/documents/document-of.server'
import { listDocuments } from '~/features/studio/documents/list-documents.server'
import { ReviewPage } from '~/features/studio/review/components/review-page'
import { readReviews } from '~/features/studio/review/read-reviews.server'
import { refusedReview } from '~/features/studio/review/refused-review'
import type { RefusedReview } from '~/features/studio/review/refused-review'
import { reviewFields } from '~/features/studio/review/review-fields.server'
import { runReviewCommand } from '~/features/studio/review/run-review-command.server'
import { paths } from '~/paths'
import { isPermitted } from '~/platform/context/is-permitted'
import { workspaceTimeZone } from '~/platform/context/workspace-settings'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { statusOf } from '~/platform/http/http-errors'
import { fixedT } from '~/platform/language/i18n'
import { TimeZoneProvider } from '~/ui/when'
import { siteTitle } from '~/ui/site-title'
import type { PageMatches } from '~/ui/site-title'

export const handle = { i18n: ['studio', 'review'] }

export const loader = defineLoader('documents.read', async ({ ctx, params }) => {
  const named = documentOf(params)
  const [reviews, alike, timeZone] = await Promise.all([
    readReviews({ ctx, input: named }),
    listDocuments({ ctx, input: { kind: named.kind } }),
    workspaceTimeZone(ctx),
  ])
  const found = alike.find(({ slug }) => slug === named.slug)
  const published = alike.filter(({ status, slug }) => status === 'published' && slug !== named.slug)
  return {
    document: { ...named, title: found?.title ?? null, status: found?.status ?? 'draft' },
    reviews,
    instead: published.map(({ slug, title }) => ({ kind: named.kind, slug, title })),
    timeZone,
    may: { edit: isPermitted(ctx, 'documents.edit'), publish: isPermitted(ctx, 'documents.publish') },
    title: fixedT(ctx.locale, 'review')('title'),
  }
})

export const action = defineAction(
  {
    permission: 'documents.edit',
    fields: reviewFields,
    refused: ({ error }) => {
      const refused = refusedReview(error)
      return refused && data({ refused }, statusOf(error.code))
    },
  },
  async ({ ctx, params, fields }) => {
    const named = documentOf(params)
    await runReviewCommand(ctx, named, fields)
    return redirect(paths.review(named.kind, named.slug))
  },
)

export const meta = ({ data: page, matches }: { data?: { title: string }; matches: PageMatches }) => [
  siteTitle(matches, page?.title ?? 'Studio'),
]

export default function Review() {
  const { timeZone, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as { refused: RefusedReview } | undefined
  const name = useDocumentName()(page.document)
  return (
    <TimeZoneProvider value={timeZone}>
      <ReviewPage {...page} name={name} timeZone={timeZone} refused={answer?.refused ?? null} />
    </TimeZoneProvider>
  )
}
