import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LIST_COLUMNS, formatColumns } from '~/domain/insight/trial-column'
import { chooseColumns } from '~/features/boards/trials/choose-columns.server'
import { findOwnColumns } from '~/features/boards/trials/find-own-columns.server'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { TrialsPage } from '~/features/boards/trials/components/trials-page'
import { listTrials } from '~/features/boards/trials/list-trials.server'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Trials'),
]

export const loader = defineLoader('trials.read', async ({ ctx, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const query = queryOf(url.href)
  const own = query.columns === undefined ? await findOwnColumns({ ctx }) : null
  if (own) return redirect(paths.trialList({ ...query, columns: own }))
  const list = await listTrials({ ctx, input: query })
  return { list, title: fixedT(ctx.locale, 'boards')('trials.title') }
})

/** Keeps the chosen columns for the person, and shows the same list with them. */
const fields = z.object({ columns: z.array(z.enum(LIST_COLUMNS)).max(LIST_COLUMNS.length) })

export const action = defineAction({ permission: 'trials.read', fields }, async ({ ctx, url, fields }) => {
  await chooseColumns({ ctx, input: fields })
  return redirect(paths.trialList({ ...queryOf(url.href), columns: formatColumns(fields.columns) }))
})

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function TrialsRoute() {
  const { list } = useLoaderData<typeof loader>()
  return <TrialsPage list={list} />
}
