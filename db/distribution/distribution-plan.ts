/** A table of schema `public`, as the catalog describes it. */
export interface TableFacts {
  name: string
  /** Whether it has a column `visitor_id` that is never null. */
  namesVisitor: boolean
  /** Columns of each primary key and unique index. */
  uniqueKeys: string[][]
  /** The tables that its foreign keys refer to. */
  refersTo: string[]
}

export interface DistributionPlan {
  /** Divided among the nodes by `visitor_id`. The first holds the visitors themselves. */
  distributed: string[]
  /** Kept whole on every node, because distributed tables refer to them. */
  reference: string[]
  /** On the first node alone. */
  local: string[]
}

const VISITORS = 'visitor'

/**
 * Which tables are distributed: those whose every row names its visitor and whose unique keys all hold the visitor, since
 * no node can check a key over the rows of the others. Tables that a later migration adds follow by the same rule.
 */
export function planDistribution(tables: readonly TableFacts[]): DistributionPlan {
  const isDistributed = ({ namesVisitor, uniqueKeys }: TableFacts): boolean =>
    namesVisitor && uniqueKeys.every((columns) => columns.includes('visitor_id'))
  const distributed = tables.filter(isDistributed)
  const names = new Set(distributed.map(({ name }) => name))
  const reference = new Set(
    distributed.flatMap(({ refersTo }) => refersTo).filter((name) => !names.has(name)),
  )
  return {
    distributed: [...names].sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1)),
    reference: [...reference].sort(),
    local: tables.map(({ name }) => name).filter((name) => !names.has(name) && !reference.has(name)),
  }
}

/** The others are placed beside the visitors. */
const rank = (name: string): number => (name === VISITORS ? 0 : 1)
