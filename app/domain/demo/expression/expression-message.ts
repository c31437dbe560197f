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

/** Messages of the CEL library for frequent mistakes, and what to write instead. */
const INSTEAD: [said: RegExp, words: string][] = [
  [/.*EOF$/, 'The expression ends too early'],
  [/^Unexpected character: =$/, 'A single = says nothing here: compare with ==, change the world with set'],
  [/^Unexpected character: (.+)$/, 'Unexpected character $1: look at the operator, comma or quote before it'],
  [/^Unterminated string.*/, 'A text in quotes is never closed: end it with the quote it began with'],
  [/^Invalid number.*/, 'This number is too large'],
  [/^no such overload: (.+)$/, 'These do not go together: $1. Convert with string(x), int(x) or number(x)'],
]

/** The CEL library's message in words for an author. */
export function expressionMessage(said: string): string {
  const limit = /^Exceeded (\w+)/.exec(said)?.[1]
  if (limit) return TOO_LARGE[limit] ?? said
  const found = INSTEAD.find(([pattern]) => pattern.test(said))
  return found ? said.replace(...found) : said
}

const MAX_QUOTED = 160

/** An expression, shortened for a message. */
export function quotedExpression(source: string): string {
  return source.length > MAX_QUOTED ? `${source.slice(0, MAX_QUOTED)}…` : source
}
