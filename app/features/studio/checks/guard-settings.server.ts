import type { Executor } from '#db/client'
import type { DocumentRow } from '#db/queries/documents'
import { findLiveRevision } from '#db/queries/revisions'
import { guardedSettings } from '~/domain/content/guarded-settings'
import { KIND_LAYOUT } from '~/domain/content/kinds'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import type { Need } from '~/platform/verb/verb'

type Settings = Pick<DocumentRow, 'kind' | 'draftFiles' | 'liveRevisionId' | 'status'>

/**
 * On saving, only an admin may change the guarded part of the settings. A text that cannot be parsed may be saved,
 * since it cannot be published.
 * @throws DomainError `forbidden`
 */
export async function guardSavedSettings(
  tx: Executor,
  need: Need<'privacy.manage'>,
  document: Settings,
  files: DocumentFiles,
): Promise<void> {
  if (document.kind !== 'settings') return
  const said = guardedIn(files)
  if (said === null || said === guardedIn(document.draftFiles)) return
  if (said !== (await guardedLive(tx, document))) need('privacy.manage')
}

/**
 * On publishing, only an admin may change the guarded part of the settings.
 * @throws DomainError `forbidden`
 */
export async function guardPublishedSettings(
  tx: Executor,
  need: Need<'privacy.manage'>,
  document: Settings,
  files: DocumentFiles,
): Promise<void> {
  if (document.kind !== 'settings') return
  if (guardedIn(files) !== (await guardedLive(tx, document))) need('privacy.manage')
}

/** Retiring the settings and bringing them back changes all of them at once. @throws DomainError `forbidden` */
export function guardSettings(need: Need<'privacy.manage'>, { kind }: { kind: DocumentKind }): void {
  if (kind === 'settings') need('privacy.manage')
}

function guardedIn(files: DocumentFiles): string | null {
  return guardedSettings(files[KIND_LAYOUT.settings.source ?? ''] ?? '')
}

/** The live settings; the defaults while there are none. */
async function guardedLive(tx: Executor, document: Settings): Promise<string | null> {
  const live = document.status === 'published' ? await findLiveRevision(tx, document) : null
  return live ? guardedIn(live.files) : guardedSettings('{}')
}
