import type { z } from 'zod'
import type { Locale } from '../../text'
import type { Choice } from '../choices'
import { checkYaml, type CheckedYaml } from './check-yaml'
import { fileProblem, type FileProblem } from './file-problem'
import { yamlPlaces } from './yaml-place'

interface ListedIn {
  file: string
  source: string
  list: string
  /** Locales in which every name should be. */
  locales: readonly Locale[]
}

/** Checks a list of choices, and warns where a name lacks a locale. */
export function checkChoices<T>(
  schema: z.ZodType<T>,
  { file, source, list, locales }: ListedIn,
  choicesOf: (value: T) => readonly Choice[],
): CheckedYaml<T> {
  const { problems, value } = checkYaml(schema, file, source)
  if (value === null) return { problems, value }
  const place = yamlPlaces(source)
  const missing = choicesOf(value).flatMap(({ id, name }, index): FileProblem[] => {
    const at = `${list}.${index}.name`
    return locales
      .filter((locale) => name[locale] === undefined)
      .map((locale) =>
        fileProblem('warning', file, 'missing-locale', `${id} has no name in ${locale}`, {
          at,
          ...place(at),
        }),
      )
  })
  return { problems: [...problems, ...missing], value }
}
