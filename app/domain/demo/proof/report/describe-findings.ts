import { localize, type Locale, type Text } from '~/domain/text'
import { isDomainError } from '~/domain/errors'
import type { CompiledDemo } from '../../engine/compile'
import { explainSteps } from './explain'
import { PHRASES } from './explain-phrases'
import { PROOF_START } from '../explored-run'
import type { Finding } from '../finding'
import type { FindingNames, FindingWords } from './finding-words'
import { FINDINGS_EN } from './finding-words-en'
import { FINDINGS_ES } from './finding-words-es'
import { FINDINGS_ZH } from './finding-words-zh'
import { firstLocale } from '../../format/first-locale'
import { own } from '~/domain/json'
import type { Problem } from '../../format/problem'
import type { Proof, ProofRun } from '../proof'
import { startRun, type Run } from '../../engine/run'

const WORDS: Record<Locale, FindingWords> = { en: FINDINGS_EN, zh: FINDINGS_ZH, es: FINDINGS_ES }

/**
 * The findings of a proof as problems, like those of the source checks, with numbered steps. A finding that is the
 * same for several plans and roles is described once. `compiled` is the demo that was proven.
 */
export function describeProof(compiled: CompiledDemo, proof: Proof, locale: Locale): Problem[] {
  const unique = new Map<string, Problem>()
  for (const problem of proof.runs.flatMap((run) => describeRun(compiled, run, locale))) {
    const key = `${problem.code} ${problem.at} ${problem.message}`
    if (!unique.has(key)) unique.set(key, problem)
  }
  return [...unique.values()]
}

/**
 * The findings of one plan and start role as problems. Names and steps use the demo's texts in `locale`, else in its
 * first locale.
 */
export function describeRun(
  compiled: CompiledDemo,
  { plan, role, problems }: Pick<ProofRun, 'plan' | 'role' | 'problems'>,
  locale: Locale = firstLocale(compiled.demo),
): Problem[] {
  if (problems.length === 0) return []
  const names = namesIn(compiled, locale)
  const start = startOrNull(compiled, plan, role)
  return problems.map(({ code, at, severity, events, ...finding }) => ({
    ...{ code, at, severity, lang: locale },
    message: describeFinding({ code, ...finding } as Finding, names, locale),
    ...(events && start ? { steps: explainSteps(start, events, locale) } : {}),
  }))
}

function describeFinding({ code, details }: Finding, names: FindingNames, locale: Locale): string {
  const words = WORDS[locale][code] as (given: Finding['details'], names: FindingNames) => string
  return words(details, names)
}

function namesIn(compiled: CompiledDemo, locale: Locale): FindingNames {
  const { demo } = compiled
  const { quote, list } = PHRASES[locale]
  const name = (text: Text | undefined, id: string) => (text ? localize(text, locale, firstLocale(demo)) : id)
  const state = (id: string) => quote(name(compiled.states.get(id)?.title, id))
  return {
    state,
    states: (ids) => list(ids.map(state)),
    screens: (ids) => list(ids.map((id) => quote(name(own(demo.screens, id)?.title, id)))),
    task: (id) => quote(name(own(demo.tasks, id)?.title, id)),
    role: (id) => name(own(demo.roles, id)?.name, id),
  }
}

/** The run at which findings begin, null for a demo that cannot start. */
function startOrNull(compiled: CompiledDemo, plan: string, role: string): Run | null {
  try {
    return startRun(compiled, { plan, role, ...PROOF_START })
  } catch (error) {
    if (isDomainError(error)) return null
    throw error
  }
}
