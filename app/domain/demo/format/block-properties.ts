import { z } from 'zod'
import type { BlockKind } from './schema-blocks'
import { blockSchema } from './schema-blocks'

/** One property that an author can write in a block. */
export interface BlockProperty {
  /** Its place inside the block: `columns[].label`. */
  path: string
  /** The kind of value: `text`, `expression`, `number 0 to 100`, `one of bar, line, donut`, `list`. */
  type: string
  required: boolean
  description: string
}

/** The parts of JSON Schema that zod generates for a block. */
interface Shape {
  type?: string
  title?: string
  description?: string
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  enum?: unknown[]
  anyOf?: Shape[]
  minimum?: number
  maximum?: number
}

/** Every property of a kind of block, in the order of its schema. */
export function blockProperties(kind: BlockKind): BlockProperty[] {
  const shape = z.toJSONSchema(blockSchema.shape[kind], { io: 'input', unrepresentable: 'any' }) as Shape
  return propertiesOf(shape, '')
}

function propertiesOf(shape: Shape, prefix: string): BlockProperty[] {
  return Object.entries(shape.properties ?? {}).flatMap(([name, each]) => {
    const path = prefix + name
    const required = shape.required?.includes(name) ?? false
    const own = { path, type: typeOf(each), required, description: each.description ?? '' }
    return [own, ...insideOf(each, path)]
  })
}

/** A named type is described once, at its name; anything else is expanded. */
function insideOf(shape: Shape, path: string): BlockProperty[] {
  if (shape.title !== undefined) return []
  if (shape.anyOf) return shape.anyOf.flatMap((each) => insideOf(each, path))
  const { items } = shape
  if (!items) return propertiesOf(shape, `${path}.`)
  return items.title === undefined ? propertiesOf(items, `${path}[].`) : []
}

function typeOf(shape: Shape): string {
  if (shape.title !== undefined) return shape.title
  if (shape.enum) return `one of ${shape.enum.join(', ')}`
  if (shape.anyOf) return shape.anyOf.map(typeOf).join(' or ')
  if (shape.items) return shape.items.title === undefined ? 'list' : `list of ${shape.items.title}`
  if (shape.properties) return 'map'
  return (shape.type ?? 'value') + boundsOf(shape)
}

function boundsOf({ type, minimum, maximum }: Shape): string {
  if (type !== 'number' && type !== 'integer') return ''
  const real = (bound: number | undefined) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER
  return real(minimum) && real(maximum) ? ` ${minimum} to ${maximum}` : ''
}
