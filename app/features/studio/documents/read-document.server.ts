import type { DocumentRow } from '#db/queries/documents'
import { findPerson } from '#db/queries/people'
import { findLiveRevision } from '#db/queries/revisions'
import type { RevisionRow } from '#db/queries/revisions'
import { findTranslationBasis } from '#db/queries/translation-basis'
import type { Permission } from '~/domain/access/permissions'
import { isAllowed, PERMISSIONS } from '~/domain/access/permissions'
import type { DocumentCheckContext } from '~/domain/content/checks/document-check-context'
import type { DocumentFiles, DocumentKind, DocumentStatus } from '~/domain/content/kinds'
import { actionsFor } from '~/domain/content/lifecycle'
import type { DocumentAction } from '~/domain/content/lifecycle'
import type { TranslationBasis } from '~/domain/content/texts/outdated'
import type { Text } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import { draftTitle } from './draft-title'
import { findingsOf } from '../checks/find-findings.server'
import { readOrRefuse } from './find-or-refuse.server'
import type { Findings } from '../checks/findings'
import { listUsers } from './list-users'
import { readLiveLinks } from '../checks/live-links.server'
import { proofView } from '../proof/proof-problems'
import type { ProofView } from '../proof/proof-problems'
import { documentKeySchema } from '../schemas'
import { soon } from '../home/soon.server'
import { checkContextIn } from '../checks/check-context.server'
import { usersView } from './users-view.server'
import type { UserView } from './users-view.server'

/** A document as its editor needs it. */
export interface DocumentDetail {
  id: string
  kind: DocumentKind
  slug: string
  /** As the draft has it, else as it is live; null when neither can be read. */
  title: Text | null
  status: DocumentStatus
  insteadSlug: string | null
  draftVersion: number
  files: DocumentFiles
  updatedAt: Date
  updatedBy: string | null
  live: LiveView | null
  /** Null while the checks still run: ask for them by `findFindings`. */
  findings: Findings | null
  /** The check context of the problems, so that the browser can find them again. */
  around: DocumentCheckContext
  /** The live documents that name this one, or something in it. */
  usedBy: UserView[]
  /** The proof of exactly this draft; null when none was requested yet, or it is not a demo. */
  proof: ProofView | null
  /** For which source texts the translations were written; null while nobody saved in the studio. */
  basis: TranslationBasis | null
  /** What the person may do with it in its status. */
  actions: DocumentAction[]
}

export interface LiveView {
  revisionId: string
  number: number
  note: string
  publishedAt: Date
  publishedBy: string | null
}

/** The time that a page waits for the checks of its draft; then it is shown without them. */
const FINDINGS_WITHIN_MS = 600

/** @throws DomainError `not-found` */
export const readDocument = verb(
  { permission: 'documents.read', input: documentKeySchema },
  async ({ ctx, input }): Promise<DocumentDetail> => {
    const document = await readOrRefuse(ctx.db, input)
    const { id, kind, slug, status, insteadSlug, draftVersion, draftFiles, updatedAt } = document
    const live = await findLiveRevision(ctx.db, document)
    const links = await readLiveLinks(ctx.db, ctx)
    const around = checkContextIn(links, document, (await workspaceSettings(ctx)).locales)
    const findings = await soon(findingsOf(ctx, document, live?.files ?? {}, around), FINDINGS_WITHIN_MS)
    return {
      ...{ id, kind, slug, status, insteadSlug, draftVersion, updatedAt },
      title: draftTitle(kind, draftFiles) ?? titleOf(live?.body),
      files: draftFiles,
      updatedBy: await nameOf(ctx, document.updatedBy),
      live: live && (await liveView(ctx, live)),
      findings,
      around,
      usedBy: await usersView(ctx, listUsers(links, document)),
      proof: findings && (await knownProof(ctx, document, around)),
      basis: await findTranslationBasis(ctx.db, id),
      actions: actionsFor(status, permissionsOf(ctx)),
    }
  },
)

function titleOf(body: unknown): Text | null {
  const held = body as { demo?: { title?: Text }; title?: Text } | null | undefined
  return held?.demo?.title ?? held?.title ?? null
}

async function liveView(ctx: Context, live: RevisionRow): Promise<LiveView> {
  const { id, number, note, createdAt, createdBy } = live
  return { revisionId: id, number, note, publishedAt: createdAt, publishedBy: await nameOf(ctx, createdBy) }
}

async function nameOf(ctx: Context, id: string | null): Promise<string | null> {
  const person = id === null ? null : await findPerson(ctx.db, id)
  return person?.name ?? null
}

async function knownProof(
  ctx: Context,
  { kind, slug, draftFiles }: DocumentRow,
  around: DocumentCheckContext,
): Promise<ProofView | null> {
  const source = draftFiles['demo.yaml']
  const { body } = await ctx.inspector.check(kind, slug, draftFiles, around)
  if (source === undefined || !body || !('demo' in body)) return null
  const proof = (await ctx.inspector.knownProofs([source])).get(source)
  return proof ? proofView(proof, { source, demo: body.demo, locale: ctx.locale }) : null
}

function permissionsOf({ actor }: Context): Permission[] {
  if (actor.kind === 'system') return [...PERMISSIONS]
  if (actor.kind !== 'staff') return []
  return PERMISSIONS.filter((permission) => isAllowed(actor.roles, permission))
}
