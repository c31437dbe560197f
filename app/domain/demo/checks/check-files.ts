import type { CheckContext } from './check-context'
import { demoLocales } from '../format/first-locale'
import { findKeys } from './find-keys'
import { error, warning, type FoundProblem } from './found-problem'
import type { Demo } from '../format/schema'
import { wouldBeRight } from '~/domain/suggest'

/**
 * References to guides beside the document and to plan features. Only what the context gives is checked.
 */
export function checkFiles(demo: Demo, context: CheckContext): FoundProblem[] {
  return [
    ...(context.guides ? checkGuides(demo, context.guides, context.locales) : []),
    ...(context.features ? checkFeatures(demo, context.features) : []),
  ]
}

function checkGuides(
  demo: Demo,
  guides: NonNullable<CheckContext['guides']>,
  locales: CheckContext['locales'],
): FoundProblem[] {
  const wanted = locales ?? demoLocales(demo)
  return findKeys(demo.machine, 'guide', 'machine').flatMap(({ at, value }) => {
    const written = guides.get(value)
    if (!written)
      return [error('unknown-guide', at, `There is no guide ${value}: ${wouldBeRight(value, guides.keys())}`)]
    const missing = wanted.filter((locale) => !written.includes(locale))
    return missing.map((locale) =>
      warning('missing-locale', at, `The guide ${value} is not written in ${locale}`),
    )
  })
}

function checkFeatures(demo: Demo, features: readonly string[]): FoundProblem[] {
  const used = [
    ...findKeys(demo.screens, 'feature', 'screens'),
    ...findKeys(demo.machine, 'feature', 'machine'),
    ...findKeys(demo.tasks, 'feature', 'tasks'),
    ...findKeys(demo.entitlements, 'feature', 'entitlements'),
  ]
  return used
    .filter(({ value }) => !features.includes(value))
    .map(({ at, value }) =>
      error('unknown-feature', at, `No plan has a feature ${value}: ${wouldBeRight(value, features)}`),
    )
}
