import { EXPRESSION_LIMITS } from './expression-limits'

const { maxAstNodes, maxDepth, maxListElements, maxMapEntries, maxCallArguments } = EXPRESSION_LIMITS
const BY_SET = 'keep a part of it in the world with set'

/** What is too large, and what to write instead, by the limit that the CEL library names. */
const TOO_LARGE: Record<string, string> = {
  maxAstNodes: `The expression has more than ${maxAstNodes} parts: ${BY_SET}`,
  maxDepth: `The expression nests more than ${maxDepth} deep: ${BY_SET}`,
  maxListElements: `A list in an expression has at most ${maxListElements} entries: put it into the world`,
  maxMapEntries: `A map in an expression has at most ${maxMapEntries} entries: put it into the world`,
  maxCallArguments: `A call has at most ${maxCallArguments} arguments`,
}

/** What the CEL library says, in words for an author. */
export function expressionMessage(said: string): string {
  if (said.endsWith('EOF')) return 'The expression ends too early'
  const limit = /^Exceeded (\w+)/.exec(said)?.[1]
  return (limit && TOO_LARGE[limit]) ?? said
}

const MAX_QUOTED = 160

/** An expression as far as a message quotes it. */
export function quoted(source: string): string {
  return source.length > MAX_QUOTED ? `${source.slice(0, MAX_QUOTED)}…` : source
}
