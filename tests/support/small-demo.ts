import { compileDemo, type CompiledDemo } from '~/domain/demo/engine/compile'
import { demoSchema, type Demo } from '~/domain/demo/format/schema'

type Input = Record<string, unknown>

/** A button named after the event that it sends: */
export function button(send: string, more: Input = {}): Input {
  const words = send.toLowerCase().replaceAll('_', ' ')
  return { button: { label: { en: words.charAt(0).toUpperCase() + words.slice(1) }, send, ...more } }
}

/** A screen called `title` with these blocks. */
export function screen(title: string, ...blocks: Input[]): Input {
  return { title: { en: title }, blocks }
}

/**
 * A demo of one plan and one role, for tests. Pass the parts that matter: `world`, `screens`, `states` and
 * `initial` of the machine, `tasks`, `plans`, `roles`.
 */
export function smallDemo(parts: {
  screens: Input
  states: Input
  initial?: unknown
  world?: Input
  tasks?: Input
  plans?: string[]
  roles?: Input
  score?: Input
}): Demo {
  const { states, initial, ...rest } = parts
  return demoSchema.parse({
    format: 'foyer/1',
    slug: 'small',
    title: { en: 'Small' },
    summary: { en: 'A small demo' },
    scenario: 'wholesale',
    minutes: 1,
    product: { name: 'Product' },
    plans: ['free'],
    roles: { sales: { name: { en: 'Sales' } } },
    world: {},
    tasks: {},
    machine: { initial: initial ?? Object.keys(states)[0], states: withRole(states) },
    ...rest,
  })
}

/** The same, compiled. */
export function compiledDemo(parts: Parameters<typeof smallDemo>[0]): CompiledDemo {
  return compileDemo(smallDemo(parts))
}

function withRole(states: Input): Input {
  return Object.fromEntries(
    Object.entries(states).map(([id, state]) => [id, { role: 'sales', ...(state as Input) }]),
  )
}
