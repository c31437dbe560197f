import { findKeys } from '../../demo/checks/find-keys'
import type { Demo } from '~/domain/demo/format/schema'
import type { Reference, Thing } from './reference'

/**
 * What a demo's source names outside itself. Plans in its expressions and entitlements are checked against its own
 * `plans`.
 */
export function demoReferences(demo: Demo, file: string): Reference[] {
  const reference = (thing: Thing, id: string, at: string): Reference => ({ thing, id, file, at })
  const features = (['screens', 'machine', 'tasks', 'entitlements'] as const).flatMap((part) =>
    findKeys(demo[part], 'feature', part),
  )
  return [
    reference('scenario', demo.scenario, 'scenario'),
    ...(demo.audience ?? []).map((id, index) => reference('audience', id, `audience.${index}`)),
    ...demo.plans.map((id, index) => reference('plan', id, `plans.${index}`)),
    ...(demo.product.nav ?? []).flatMap(({ icon }, index) =>
      icon === undefined ? [] : [reference('icon', icon, `product.nav.${index}.icon`)],
    ),
    ...findKeys(demo.screens, 'src', 'screens').map(({ at, value }) => reference('medium', value, at)),
    ...features.map(({ at, value }) => reference('feature', value, at)),
  ]
}
