import { error, type FoundProblem } from './found-problem'
import { own } from '~/domain/json'
import type { Demo } from '../format/schema'
import type { Operation } from '../format/schema-machine'
import { wouldBeRight } from '~/domain/suggest'
import { pathSegments } from '../engine/world'
import { operationsIn, writtenShape, type Shape } from './world-shape'

/** Operations that write to a path that the world does not have, or that use as a list what is not one. */
export function checkWorldPaths(demo: Demo): FoundProblem[] {
  const shape = writtenShape(demo)
  return operationsIn(demo.machine.states, 'machine.states').flatMap(({ at, operation }) => {
    const [verb, path] = target(operation)
    const found = lookUp(shape, pathSegments(path), 'world')
    if (typeof found === 'string') return [error('unknown-world-path', `${at}.${verb}`, found)]
    const isList = found.kind === 'list' || found.kind === 'any' || found.kind === 'none'
    if (verb === 'set' || isList) return []
    return [
      error('unknown-world-path', `${at}.${verb}`, `${path} is not a list: ${verb} works on the rows of one`),
    ]
  })
}

function target(operation: Operation): ['set' | 'append' | 'patch' | 'remove', string] {
  if ('set' in operation) return ['set', operation.set]
  if ('append' in operation) return ['append', operation.append]
  return 'patch' in operation ? ['patch', operation.patch] : ['remove', operation.remove]
}

/** The shape at a path, or a message that says what is missing. */
function lookUp(shape: Shape, segments: readonly string[], so: string): Shape | string {
  const [head, ...rest] = segments
  if (head === undefined || shape.kind === 'any' || shape.kind === 'none') return shape
  if (shape.kind === 'list') return `${so} is a list: write to its rows with patch`
  if (shape.kind === 'scalar') return `${so} is a single value: it has no ${head}`
  const child = own(shape.fields, head)
  if (child) return lookUp(child, rest, `${so}.${head}`)
  const right = wouldBeRight(head, Object.keys(shape.fields))
  return `${so} has no ${head} and must have it from the start: ${right}`
}
