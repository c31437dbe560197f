/**
 * The one switch of the shortcuts beside CEL and XState. What is compiled while it is off is evaluated and interpreted by
 * the libraries alone. It is kept on the global object: the server and its pages are bundles of their own, each with a
 * copy of this module.
 */
const SWITCH = Symbol.for('foyer.fast-engine')

type Holder = { [SWITCH]?: boolean }

/** Turns the shortcuts on or off for every demo compiled from then on. */
export function setFastEngine(on: boolean): void {
  ;(globalThis as Holder)[SWITCH] = on
}

/** Whether demos are compiled with the shortcuts: true until somebody turns them off. */
export function isFastEngine(): boolean {
  return (globalThis as Holder)[SWITCH] ?? true
}
