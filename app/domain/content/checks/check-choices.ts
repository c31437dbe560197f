import type { z } from 'zod'
import { LOCALES } from '../../text'
import type { Choice } from '../choices'
import { checkYaml, type CheckedYaml } from './check-yaml'
import { fileProblem, type FileProblem } from './file-problem'
import { yamlPlaces } from './yaml-place'

/** Checks a list of choices, and warns where a name is missing in a language. */
export function checkChoices<T>(
  schema: z.ZodType<T>,
  { file, source, list }: { file: string; source: string; list: string },
  choicesOf: (value: T) => readonly Choice[],
): CheckedYaml<T> {
  const { problems, value } = checkYaml(schema, file, source)
  if (value === null) return { problems, value }
  const place = yamlPlaces(source)
  const missing = choicesOf(value).flatMap(({ id, name }, index): FileProblem[] => {
    const at = `${list}.${index}.name`
    return LOCALES.filter((locale) => name[locale] === undefined).map((locale) =>
      fileProblem('warning', file, 'missing-locale', `${id} has no name in ${locale}`, { at, ...place(at) }),
    )
  })
  return { problems: [...problems, ...missing], value }
}
