import type { Executor } from '#db/client'
import type { DocumentRow } from '#db/queries/documents'
import { findTranslationBasis, setTranslationBasis } from '#db/queries/translation-basis'
import type { DocumentFiles } from '~/domain/content/kinds'
import { nextBasis } from '~/domain/content/texts/outdated'
import { textUnits } from '~/domain/content/texts/text-units'
import type { Locale } from '~/domain/text'

/** Notes for which source texts the translations of a draft were written, as its files change. */
export async function keepBasis(
  tx: Executor,
  { id, kind, draftFiles }: Pick<DocumentRow, 'id' | 'kind' | 'draftFiles'>,
  files: DocumentFiles,
  main: Locale,
): Promise<void> {
  const units = textUnits(kind, files)
  // A file that cannot be read for the moment says nothing about its translations.
  if (!units) return
  const known = await findTranslationBasis(tx, id)
  const before = known ?? nextBasis({}, textUnits(kind, draftFiles) ?? [], main)
  await setTranslationBasis(tx, id, nextBasis(before, units, main))
}
