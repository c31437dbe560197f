import { consentOf, refusesTracking } from '~/platform/visitor/consent'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import type { ConsentState } from './components/consent-choice'

/** The consent setting of the workspace, and the answer of this browser. */
export async function consentState(ctx: Context, headers: Headers): Promise<ConsentState> {
  const { consent: mode } = await workspaceSettings(ctx)
  return { mode, answer: consentOf(headers), refused: refusesTracking(headers) }
}
