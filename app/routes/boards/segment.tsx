import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { segmentRuleSchema } from '~/domain/insight/segment/segment-rule'
import { savedProblem, type SavedProblem } from '~/features/boards/saved/saved-answer'
import { savedOn, savedOnShape } from '~/features/boards/saved/saved-fields'
import { saveQuery } from '~/features/boards/saved/save-query.server'
import { SegmentPage } from '~/features/boards/segments/components/segment-page'
import { countSegment } from '~/features/boards/segments/count-segment.server'
import { openSegment } from '~/features/boards/segments/open-segment.server'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { jsonField } from '~/platform/http/forms/json-field'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'
import { TimeZoneProvider } from '~/ui/when'

export const handle = { i18n: ['boards', 'segments'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Segment'),
]

const NEW = 'new'

export const loader = defineLoader('boards.read', async ({ ctx, params }) => {
  const id = params.id === NEW ? null : (params.id ?? '')
  const segment = await openSegment({ ctx, input: { id } })
  return { segment, title: segment.query?.name ?? fixedT(ctx.locale, 'segments')('new') }
})

const rule = jsonField(segmentRuleSchema, { bytes: 20_000, depth: 20, entries: 2_000 })
const fields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), name: z.string().default(''), rule, ...savedOnShape }),
  z.object({ intent: z.literal('count'), rule }),
])

export const action = defineAction(
  { permission: 'boards.read', fields, refused: ({ error }): SavedProblem | null => savedProblem(error) },
  async ({ ctx, fields: asked }) => {
    if (asked.intent === 'count') {
      return {
        people: await countSegment({ ctx, input: { rule: asked.rule } }),
        of: JSON.stringify(asked.rule),
      }
    }
    const input = { kind: 'segment' as const, name: asked.name, body: asked.rule, on: savedOn(asked) }
    await saveQuery({ ctx, input })
    return redirect(paths.segments())
  },
)

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function SegmentRoute() {
  const { segment } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <TimeZoneProvider value={segment.timeZone}>
      <SegmentPage segment={segment} answer={answer && 'problem' in answer ? answer : undefined} />
    </TimeZoneProvider>
  )
}
