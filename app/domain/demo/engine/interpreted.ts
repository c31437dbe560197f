/** What a machine does when it asks or acts: guards and actions of the chart, given the scope of the macrostep. */
export type Ask<Scope> = (scope: Scope) => boolean
export type Act<Scope> = (scope: Scope) => void

/** What a machine calls while XState interprets a macrostep. */
export type Interpreted<Scope> = { ask(ask: Ask<Scope>): boolean; act(act: Act<Scope>): void }

/** Runs the macrosteps of a machine. */
export type Stepper<Scope, Rest> = {
  /** Where one macrostep comes to rest. What a guard, an action or the machine throws is passed on. */
  run(from: Rest, event: string, scope: Scope, interpret: (machine: Interpreted<Scope>) => Rest): Rest
  /** The place that stands for all like it. */
  intern(rest: Rest): Rest
}

/** Every macrostep is interpreted, none remembered. */
export function interpretAnew<Scope, Rest>(): Stepper<Scope, Rest> {
  return {
    run: (_from, _event, scope, interpret) =>
      interpret({ ask: (ask) => ask(scope), act: (act) => act(scope) }),
    intern: (rest) => rest,
  }
}
