import type { Act, Ask, Interpreted, Stepper } from '../interpreted'

type Move<Scope, Rest> =
  | { kind: 'ask'; ask: Ask<Scope>; yes: Branch<Scope, Rest>; no: Branch<Scope, Rest> }
  | { kind: 'act'; act: Act<Scope>; then: Branch<Scope, Rest> }
  | { kind: 'rest'; rest: Rest }

/** Where a macrostep continues; null until it was first taken. */
type Branch<Scope, Rest> = { move: Move<Scope, Rest> | null }

/** How far a macrostep followed remembered moves: how many, and the answers of its guards. */
type Way = { moves: number; answers: boolean[] }

/**
 * Remembers macrosteps of a machine that depends only on the answers of its guards. For one place and one event, such
 * a machine always calls the same guard first, does the same after the same answers, and ends in the same place. So
 * each macrostep is a tree of guard and action calls, which grows as new branches are taken. The guards and actions
 * themselves run every time. Keeps about `limit` moves at most; beyond that it starts again from empty.
 */
export class MachineMemory<Scope, Rest extends object> implements Stepper<Scope, Rest> {
  private trees = new WeakMap<Rest, Map<string, Branch<Scope, Rest>>>()
  private rests = new Map<string, Rest>()
  private size = 0

  constructor(
    private readonly limit: number,
    /** Equal for places that no event can tell apart. */
    private readonly keyOf: (rest: Rest) => string,
  ) {}

  /** The one place that represents all equal ones. */
  intern(rest: Rest): Rest {
    const key = this.keyOf(rest)
    const known = this.rests.get(key)
    if (known) return known
    this.grow()
    this.rests.set(key, rest)
    return rest
  }

  /**
   * Where one macrostep ends. `interpret` runs the machine itself; it is called when the branch is not known, and
   * moves that were made already are not repeated. Exceptions of a guard, an action or the machine are passed on.
   */
  run(from: Rest, event: string, scope: Scope, interpret: (machine: Interpreted<Scope>) => Rest): Rest {
    const root = this.rootOf(from, event)
    const way: Way = { moves: 0, answers: [] }
    return follow(root, scope, way) ?? this.record(root, scope, way, interpret)
  }

  private rootOf(from: Rest, event: string): Branch<Scope, Rest> {
    let tree = this.trees.get(from)
    if (!tree) this.trees.set(from, (tree = new Map<string, Branch<Scope, Rest>>()))
    let root = tree.get(event)
    if (!root) tree.set(event, (root = { move: null }))
    return root
  }

  private record(
    root: Branch<Scope, Rest>,
    scope: Scope,
    way: Way,
    interpret: (machine: Interpreted<Scope>) => Rest,
  ): Rest {
    let branch = root
    let { moves } = way
    let answered = 0
    const rest = interpret({
      ask: (ask) => {
        const held = moves-- > 0 ? (way.answers[answered++] ?? false) : ask(scope)
        branch.move ??= this.grown({ kind: 'ask', ask, yes: { move: null }, no: { move: null } })
        if (branch.move.kind === 'ask') branch = held ? branch.move.yes : branch.move.no
        return held
      },
      act: (act) => {
        if (moves-- <= 0) act(scope)
        branch.move ??= this.grown({ kind: 'act', act, then: { move: null } })
        if (branch.move.kind === 'act') branch = branch.move.then
      },
    })
    const known = this.intern(rest)
    branch.move = this.grown({ kind: 'rest', rest: known })
    return known
  }

  private grown(move: Move<Scope, Rest>): Move<Scope, Rest> {
    this.grow()
    return move
  }

  private grow(): void {
    if (++this.size <= this.limit) return
    this.size = 0
    this.trees = new WeakMap()
    this.rests = new Map()
  }
}

/** Follows a branch as far as it is known; null where it ends, and then `way` says how far it came. */
function follow<Scope, Rest>(root: Branch<Scope, Rest>, scope: Scope, way: Way): Rest | null {
  let { move } = root
  while (move !== null) {
    if (move.kind === 'rest') return move.rest
    way.moves++
    if (move.kind === 'act') {
      move.act(scope)
      move = move.then.move
    } else {
      const held = move.ask(scope)
      way.answers.push(held)
      move = held ? move.yes.move : move.no.move
    }
  }
  return null
}
