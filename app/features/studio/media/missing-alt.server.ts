import type { Text } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { uploadRefusal } from './intake/upload-refusal'

/** @throws DomainError `invalid-input` when the alternative text lacks a language of the workspace; `at` says which */
export async function refuseMissingAlt(ctx: Context, alt: Text): Promise<void> {
  const { locales } = await workspaceSettings(ctx)
  const missing = locales.find((locale) => !alt[locale])
  if (missing) throw uploadRefusal('no-alt', `alt.${missing}`)
}
