import { findTranslationBasis, setTranslationBasis } from '#db/queries/translation-basis'
import { confirmedBasis, nextBasis } from '~/domain/content/texts/outdated'
import { textUnits } from '~/domain/content/texts/text-units'
import { DomainError } from '~/domain/errors'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import { lockOrRefuse } from '../documents/find-or-refuse.server'
import { confirmTextSchema } from '../schemas'

/** Notes that a translation of the saved draft fits its source text as it is. @throws DomainError `not-found` */
export const confirmText = verb(
  { permission: 'documents.edit', input: confirmTextSchema },
  async ({ ctx, input: { key, locale, ...named } }): Promise<void> => {
    const [main = 'en'] = (await workspaceSettings(ctx)).locales
    await ctx.db.transaction(async (tx) => {
      const { id, kind, draftFiles } = await lockOrRefuse(tx, named)
      const units = textUnits(kind, draftFiles) ?? []
      const unit = units.find((one) => one.key === key)
      if (!unit) throw new DomainError('not-found', `The draft has no text ${key}.`)
      const basis = (await findTranslationBasis(tx, id)) ?? nextBasis({}, units, main)
      await setTranslationBasis(tx, id, confirmedBasis(basis, unit, locale, main))
    })
  },
)
