/**
 * Limits on the source of one expression. Those on its result are in expression-result, on its work in
 * expression-steps.
 */
export const EXPRESSION_LIMITS = {
  maxAstNodes: 400,
  maxDepth: 32,
  maxListElements: 60,
  maxMapEntries: 60,
  maxCallArguments: 6,
} as const

/** Deepest nesting of map, filter, exists…: each level multiplies the work by the rows of a list. */
export const MAX_COMPREHENSIONS = 3
