import { taskMarks } from '../engine/done-tasks'
import type { Json } from '~/domain/json'
import type { Run } from '../engine/run'

/**
 * Short keys for many configurations of one demo: two runs get the same key exactly when `configurationKey` says that
 * they behave alike. Every value is serialized once and then known by a number, and the parts of the world that an
 * event does not change are shared between runs, so a key costs about as much as what changed.
 */
export class ConfigurationKeys {
  private readonly numbers = new Map<string, number>()
  private readonly known = new WeakMap<object, string>()

  /** The key of a run. Its active leaf states identify the machine's state, since their ids are unique. */
  keyOf(run: Run): string {
    return [
      run.states.join(','),
      run.role,
      run.plan,
      run.startRole,
      taskMarks(run).join(','),
      this.tokenOf(run.world),
    ].join('|')
  }

  /** Runs of one plan and start role with this key show the same on these screens. */
  screenKeyOf(run: Run, screens: readonly string[]): string {
    return [screens.join(','), run.role, this.tokenOf(run.world)].join('|')
  }

  private tokenOf(value: Json): string {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    const known = this.known.get(value)
    if (known !== undefined) return known
    const token = `#${this.numberOf(Array.isArray(value) ? this.spellList(value) : this.spellMap(value))}`
    this.known.set(value, token)
    return token
  }

  private spellList(list: Json[]): string {
    return `[${list.map((item) => this.tokenOf(item)).join(',')}]`
  }

  private spellMap(map: { [key: string]: Json }): string {
    const keys = Object.keys(map).filter((key) => map[key] !== undefined)
    return `{${keys
      .sort()
      .map((key) => `${JSON.stringify(key)}:${this.tokenOf(map[key] ?? null)}`)
      .join(',')}}`
  }

  private numberOf(spelling: string): number {
    const number = this.numbers.get(spelling) ?? this.numbers.size
    this.numbers.set(spelling, number)
    return number
  }
}
