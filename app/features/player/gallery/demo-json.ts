import { planScreens } from '~/domain/demo/screen/screen-plan'
import type { Demo } from '~/domain/demo/format/schema'
import type { BlockKind } from '~/domain/demo/format/schema-blocks'
import type { Sample } from './sample'

const named = (name: string) => ({ en: name, zh: name, es: name })

/** Everything that a demo needs besides the block. Its texts are never shown. */
export function demoJson(kind: BlockKind, sample: Sample): Demo {
  const demo: Demo = {
    format: 'foyer/1',
    slug: `block-${kind}`,
    title: named(kind),
    summary: named(kind),
    scenario: 'gallery',
    minutes: 1,
    plans: ['free', 'premium'],
    product: { name: 'Ledgerly', currency: 'EUR' },
    roles: { lead: { name: named('Lin') } },
    statuses: sample.statuses,
    tips: sample.tips,
    entitlements: sample.entitlements,
    world: sample.world,
    screens: { sample: { title: named(kind), blocks: [sample.block] } },
    machine: { initial: 'shown', states: {} },
    tasks: { seen: { title: named('Seen'), done: 'false', weight: 1 } },
  }
  const on = { ...staysOn(demo), ...sample.on }
  const states = {
    shown: { role: 'lead', screen: 'sample', on },
    over: { screen: 'sample', final: 'success' as const },
  }
  return { ...demo, machine: { initial: 'shown', states } }
}

/** Every event that the block sends, as a transition without changes. */
function staysOn(demo: Demo): Record<string, { do: [] }> {
  const sent = [...planScreens(demo).values()].flatMap((screen) =>
    screen.blocks.flatMap((block) => [...block.sends]),
  )
  return Object.fromEntries(sent.map((event) => [event, { do: [] }]))
}
