import { LOCALES } from '~/domain/text'
import type { Locale } from '~/domain/text'
import type { StepsBeginning } from './demo-of-steps'
import { parseSteps } from './parse-steps'
import type { StepProblem } from './parse-steps'

/** The first line that keeps the lists from being a demo, and in which language. */
interface RefusedList {
  locale: Locale
  line: number
  code: StepProblem['code'] | 'count-differs'
}

export interface ToldSteps {
  steps: StepsBeginning['steps']
  refused: RefusedList | null
}

/** Reads the same steps told in several languages. Languages without a list are left out; one list is needed. */
export function readStepLists(lists: Partial<Record<Locale, string>>, plans: readonly string[]): ToldSteps {
  const told = LOCALES.filter((locale) => (lists[locale] ?? '').trim() !== '')
  const [first = 'en'] = told
  const read = (told.length > 0 ? told : [first]).map((locale) => ({
    locale,
    ...parseSteps(lists[locale] ?? '', plans),
  }))
  const count = read[0]?.steps.length ?? 0
  const refused = read.flatMap(({ locale, steps, problems }): RefusedList[] => {
    const own = problems.map((problem) => ({ locale, ...problem }))
    const differs =
      steps.length === count ? [] : [{ locale, line: steps.length, code: 'count-differs' as const }]
    return [...own, ...differs]
  })
  return {
    steps: Object.fromEntries(read.map(({ locale, steps }) => [locale, steps])),
    refused: refused[0] ?? null,
  }
}
