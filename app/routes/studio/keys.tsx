import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { KeysPage } from '~/features/keys/components/keys-page'
import type { KeysAnswer } from '~/features/keys/components/keys-page'
import { listKeys } from '~/features/keys/list-keys.server'
import { makeKey } from '~/features/keys/make-key.server'
import { revokeKey } from '~/features/keys/revoke-key.server'
import { makeKeySchema } from '~/features/keys/schemas'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'
import { workspaceSettings } from '~/server/workspace-settings'
import { TimeZoneProvider } from '~/ui/when'

export const handle = { i18n: ['conversions'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.title ?? 'Studio'} · Foyer` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    const keys = await listKeys({ ctx })
    const { timeZone } = await workspaceSettings(ctx)
    return { keys, timeZone, title: fixedT(ctx.locale, 'conversions')('keys.title') }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

/** A new key is answered and never redirected to: its secret must stand in no address. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  const form = await args.request.formData()
  try {
    if (form.get('intent') === 'revoke') {
      await revokeKey({ ctx, input: { id: String(form.get('id')) } })
      return data<KeysAnswer>({ revoked: true })
    }
    const wish = makeKeySchema.safeParse({ name: form.get('name') ?? '', scopes: form.getAll('scopes') })
    if (!wish.success) {
      const errors = Object.fromEntries(wish.error.issues.map(({ path, message }) => [path[0], message]))
      return data<KeysAnswer>({ errors }, { status: 422 })
    }
    const { name, secret } = await makeKey({ ctx, input: wish.data })
    return data<KeysAnswer>({ made: { name, secret } }, { headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export default function Keys() {
  const { keys, timeZone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <TimeZoneProvider value={timeZone}>
      <KeysPage keys={keys} answer={answer} />
    </TimeZoneProvider>
  )
}
