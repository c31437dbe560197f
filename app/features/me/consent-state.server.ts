import { consentOf, refusesTracking } from '~/platform/visitor/consent'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import type { ConsentState } from './components/consent-choice'

/** How this workspace goes about consent, and what this request's browser said. */
export async function consentState(ctx: Context, headers: Headers): Promise<ConsentState> {
  const { consent: mode } = await workspaceSettings(ctx)
  return { mode, answer: consentOf(headers), refused: refusesTracking(headers) }
}
