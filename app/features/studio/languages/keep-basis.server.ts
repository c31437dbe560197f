import type { Executor } from '#db/client'
import type { DocumentRow } from '#db/queries/documents'
import { findTranslationBasis, setTranslationBasis } from '#db/queries/translation-basis'
import { nextBasis } from '~/domain/content/texts/outdated'
import type { TextUnit } from '~/domain/content/texts/text-unit'
import { textUnits } from '~/domain/content/texts/text-units'
import { canonicalJson } from '~/domain/json'
import type { Locale } from '~/domain/text'

/** Notes for which source texts the translations of a draft were written, as its texts become these. */
export async function keepBasis(
  tx: Executor,
  { id, kind, draftFiles }: Pick<DocumentRow, 'id' | 'kind' | 'draftFiles'>,
  units: readonly TextUnit[] | null,
  main: Locale,
): Promise<void> {
  // A file that cannot be read for the moment says nothing about its translations.
  if (!units) return
  const known = await findTranslationBasis(tx, id)
  const before = known ?? nextBasis({}, textUnits(kind, draftFiles) ?? [], main)
  const after = nextBasis(before, units, main)
  if (known && canonicalJson(known) === canonicalJson(after)) return
  await setTranslationBasis(tx, id, after)
}
