import { eq } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { translationBasis } from '#db/schema/content'
import type { TranslationBasis } from '~/domain/content/texts/outdated'

/** The basis of a document's translations; null while none was kept. Served by the primary key. */
export async function findTranslationBasis(
  db: Executor,
  documentId: string,
): Promise<TranslationBasis | null> {
  const rows = await db
    .select({ basis: translationBasis.basis })
    .from(translationBasis)
    .where(eq(translationBasis.documentId, documentId))
  return rows[0]?.basis ?? null
}

/** Keeps the basis of a document's translations. Served by the primary key. */
export async function setTranslationBasis(
  db: Executor,
  documentId: string,
  basis: TranslationBasis,
): Promise<void> {
  await db
    .insert(translationBasis)
    .values({ documentId, basis })
    .onConflictDoUpdate({ target: translationBasis.documentId, set: { basis } })
}
