import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, unstable_createMemoryUploadHandler, unstable_parseMultipartFormData } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isDomainError } from '~/domain/errors'
import { ImportPage } from '~/features/conversions/components/import-page'
import type { ImportAnswer } from '~/features/conversions/import-answer'
import { CSV_FIELDS } from '~/features/conversions/csv/columns'
import { MOST_CSV_BYTES } from '~/features/conversions/csv/limits'
import { checkFile, importFile } from '~/features/conversions/import-file.server'
import { shownRows } from '~/features/conversions/shown-rows'
import { permit } from '~/server/context'
import { respond, statusOf } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'
import { workspaceSettings } from '~/server/workspace-settings'

export const handle = { i18n: ['conversions'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.title ?? 'Studio'} · Foyer` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    permit(ctx, 'conversions.manage')
    const { timeZone } = await workspaceSettings(ctx)
    return { timeZone, title: fixedT(ctx.locale, 'conversions')('import.title') }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

/** Checks the file that was sent, or imports the one that was checked: it comes along again, so that nothing is kept before. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    permit(ctx, 'conversions.manage')
    const sent = await readForm(args.request)
    if (!sent) return data<ImportAnswer>({ unreadable: 'too-large' }, { status: 413 })
    const { form, bytes, ...file } = sent
    if (bytes === null) return data<ImportAnswer>({ unreadable: 'missing' }, { status: 422 })
    const input = { ...file, bytes }
    if (form.get('intent') === 'import') {
      const verdict = await importFile({ ctx, input: { ...input, hash: String(form.get('hash')) } })
      return data<ImportAnswer>({ imported: { ...verdict, ...shownRows(verdict.rows) } })
    }
    const verdict = await checkFile({ ctx, input })
    if ('unreadable' in verdict) return data<ImportAnswer>(verdict, { status: 422 })
    const content = Buffer.from(bytes).toString('base64')
    return data<ImportAnswer>({ checked: { ...verdict, ...shownRows(verdict.rows), content } })
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'conflict') throw respond(error, ctx.requestId)
    return data<ImportAnswer>({ changed: true }, { status: statusOf(error.code) })
  }
}

/** Null when it is larger than any file that can be imported. */
async function readForm(request: Request) {
  const uploadHandler = unstable_createMemoryUploadHandler({ maxPartSize: MOST_CSV_BYTES * 2 })
  const form = await unstable_parseMultipartFormData(request, uploadHandler).catch(() => null)
  if (!form) return null
  const file = form.get('file')
  const content = form.get('content')
  const chosen = CSV_FIELDS.flatMap((field) => {
    const column = form.get(`column-${field}`)
    return column === null ? [] : [[field, Number(column)]]
  })
  return {
    form,
    name: file instanceof File ? file.name : String(form.get('name') ?? ''),
    bytes: await bytesOf(file, content),
    columns: Object.fromEntries(chosen) as Record<string, number>,
  }
}

async function bytesOf(
  file: FormDataEntryValue | null,
  content: FormDataEntryValue | null,
): Promise<Uint8Array | null> {
  if (file instanceof File && file.name !== '') return new Uint8Array(await file.arrayBuffer())
  return typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'base64')) : null
}

export default function ConversionsImport() {
  const { timeZone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as ImportAnswer | undefined
  return <ImportPage timeZone={timeZone} answer={answer} />
}
