import type { Choice } from '~/domain/content/choices'
import { localize } from '~/domain/text'
import type { Locale } from '~/domain/text'

/** A scenario or an audience as pages show it. */
export interface NamedChoice {
  id: string
  name: string
  icon: string | null
}

/** The name of an id in the visitor's language. Unknown ids are made readable: `order-desk` as `Order desk`. */
export function namedChoice(choices: readonly Choice[], id: string, locale: Locale): NamedChoice {
  const found = choices.find((choice) => choice.id === id)
  return { id, name: (found && localize(found.name, locale)) || readable(id), icon: found?.icon ?? null }
}

/** The ids used by demos, in the order of the list; unlisted ones come last. */
export function namedChoices(
  choices: readonly Choice[],
  ids: readonly string[],
  locale: Locale,
): NamedChoice[] {
  const used = new Set(ids)
  const listed = choices.map((choice) => choice.id).filter((id) => used.has(id))
  const ordered = [...new Set([...listed, ...ids])]
  return ordered.map((id) => namedChoice(choices, id, locale))
}

function readable(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
