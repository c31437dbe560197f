import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { KeysPage } from '~/features/keys/components/keys-page'
import type { KeysAnswer } from '~/features/keys/components/keys-page'
import { listKeys } from '~/features/keys/list-keys.server'
import { makeKey } from '~/features/keys/make-key.server'
import { revokeKey } from '~/features/keys/revoke-key.server'
import { makeKeySchema, revokeKeySchema } from '~/features/keys/schemas'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { issuesOf } from '~/platform/http/parse-input'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { TimeZoneProvider } from '~/ui/when'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['conversions'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title ?? 'Studio'),
]

export const loader = defineLoader('keys.manage', async ({ ctx }) => {
  const keys = await listKeys({ ctx })
  const { timeZone } = await workspaceSettings(ctx)
  return { keys, timeZone, title: fixedT(ctx.locale, 'conversions')('keys.title') }
})

/** A new key is returned without a redirect: its secret must not appear in any URL. */
const fields = z.discriminatedUnion('intent', [
  makeKeySchema.extend({ intent: z.literal('create') }),
  revokeKeySchema.extend({ intent: z.literal('revoke') }),
])

export const action = defineAction(
  {
    permission: 'keys.manage',
    fields,
    refused: ({ error }) => {
      const issues = error.code === 'invalid-input' ? issuesOf(error) : []
      const errors = Object.fromEntries(issues.map(({ at, message }) => [at.split('.')[0], message]))
      return issues.length > 0 ? data<KeysAnswer>({ errors }, { status: 422 }) : null
    },
  },
  async ({ ctx, fields: asked }) => {
    if (asked.intent === 'revoke') {
      await revokeKey({ ctx, input: { id: asked.id } })
      return data<KeysAnswer>({ revoked: true })
    }
    const { name, secret } = await makeKey({ ctx, input: asked })
    return data<KeysAnswer>({ made: { name, secret } }, { headers: { 'Cache-Control': 'no-store' } })
  },
)

export default function Keys() {
  const { keys, timeZone } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <TimeZoneProvider value={timeZone}>
      <KeysPage keys={keys} answer={answer} />
    </TimeZoneProvider>
  )
}
