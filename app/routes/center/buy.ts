import { redirect } from '@remix-run/node'
import { findCheckout } from '~/features/pricing/find-checkout.server'
import { defineLoader } from '~/platform/http/define-loader'

/** Leads to where a plan is bought. */
export const loader = defineLoader('anyone', async ({ ctx, params, url }) => {
  const input = { plan: params.plan ?? '', trial: url.searchParams.get('trial') }
  return redirect(await findCheckout({ ctx, input }), { headers: { 'Cache-Control': 'no-store' } })
})
