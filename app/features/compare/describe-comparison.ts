import type { BlockedInput, ComparedStep, Comparison, PlanRun } from '~/domain/demo/compare/compare'
import { inspectControls } from '~/domain/demo/screen/controls'
import { doneTasks } from '~/domain/demo/engine/done-tasks'
import { explainAct } from '~/domain/demo/proof/report/explain'
import { own } from '~/domain/json'
import type { Run } from '~/domain/demo/engine/run'
import { viewScreen } from '~/domain/demo/screen/view'
import type { Locale, Text } from '~/domain/text'
import { localize } from '~/domain/text'
import { actionsOf } from './actions-of'
import type {
  ComparisonView,
  LockedHere,
  NamedPlan,
  ComparisonRow,
  SideView,
  StepView,
  TaskView,
} from './comparison-view'

/** Describes a comparison in the visitor's language. */
export class Describer {
  constructor(
    private readonly comparison: Comparison,
    readonly locale: Locale,
    private readonly planNames: Record<string, string>,
  ) {}

  private get demo() {
    return this.comparison.left.end.compiled.demo
  }

  get title(): string {
    return this.text(this.demo.title)
  }

  plans(): NamedPlan[] {
    return this.demo.plans.map((id) => ({ id, name: this.planNames[id] ?? id }))
  }

  /** An entitlement of the demo by name; null when there is none. */
  entitlement(name: string | null): ComparisonView['needs'] {
    const found = name === null ? undefined : own(this.demo.entitlements, name)
    if (name === null || !found) return null
    return { name, title: this.text(found.title), reason: this.text(found.reason) || null }
  }

  text(text: Text | undefined): string {
    return localize(text ?? {}, this.locale)
  }

  rows(): ComparisonRow[] {
    const known = new Set<string>()
    return this.comparison.rows.map(([i, j]) => {
      const { left, right } = this.comparison
      const row = {
        left: i === null ? null : this.step(left, i),
        right: j === null ? null : this.step(right, j),
        empty: i === null ? this.empty(left, right, j) : j === null ? this.empty(right, left, i) : null,
      }
      const needs = [
        ...(row.left?.locked ?? []),
        ...(row.right?.locked ?? []),
        ...(row.empty?.locked ? [row.empty.locked] : []),
      ]
      const anchors = [...new Set(needs.map((one) => one.needs))].filter((name) => !known.has(name))
      anchors.forEach((name) => known.add(name))
      return { ...row, anchors }
    })
  }

  private step(side: PlanRun, index: number): StepView {
    const step = side.steps[index]
    if (!step) throw new Error('A row names a step that is there.')
    const role = own(this.demo.roles, step.role)
    return {
      number: index + 1,
      place: this.placeOf(step),
      role: this.text(role?.name) || step.role,
      person: role?.person ?? null,
      act: explainAct(step.before, step.event, this.locale),
      own: this.comparison.inputs === 'trace' && step.origin === 'own',
      locked: this.lockedIn(step.before),
    }
  }

  /** The state whose screen has the control; all active states when unclear. */
  private placeOf({ before, states, control }: ComparedStep): string {
    const { states: known } = before.compiled
    const shown = states.filter((id) => known.get(id)?.screen === control?.screen)
    return (shown.length > 0 ? shown.slice(0, 1) : states)
      .map((id) => this.text(known.get(id)?.title) || id)
      .join(', ')
  }

  private lockedIn(run: Run): LockedHere[] {
    if (inspectControls(run).locked.length === 0) return []
    const locked = actionsOf(viewScreen(run, this.locale)).flatMap(({ label, locked: why }) =>
      why ? [{ label, needs: why.needs, title: why.title, reason: why.reason }] : [],
    )
    return locked.filter((one, index) => locked.findIndex((other) => other.needs === one.needs) === index)
  }

  /** Why a side has no step where the other has one: the same input may be locked there. */
  private empty(side: PlanRun, other: PlanRun, index: number | null): ComparisonRow['empty'] {
    const event = index === null ? undefined : other.steps[index]?.event
    const blocked = side.blocked.find((one) => one.event.type === event?.type && one.needs !== null)
    return { locked: blocked ? this.blockedWords(blocked) : null }
  }

  private blockedWords({ needs }: BlockedInput): LockedHere | null {
    const found = this.entitlement(needs)
    return found && { needs: found.name, label: found.title, title: found.title, reason: found.reason }
  }

  side(run: PlanRun): SideView {
    const { plan, steps, extra, outcome, end } = run
    const required = Object.keys(end.tasks).filter((id) => !this.demo.tasks[id]?.optional)
    const done = doneTasks(end)
    return {
      id: plan,
      name: this.planNames[plan] ?? plan,
      steps: steps.length,
      extra: extra.length,
      tasksDone: required.filter((id) => done.includes(id)).length,
      tasksOffered: required.length,
      outcome,
    }
  }

  tasks(): TaskView[] {
    const { left, right } = this.comparison
    return Object.entries(this.demo.tasks).flatMap(([id, task]) => {
      const [onLeft, onRight] = [taskOn(left.end, id), taskOn(right.end, id)]
      if (onLeft === 'not-offered' && onRight === 'not-offered') return []
      return [{ id, title: this.text(task.title), left: onLeft, right: onRight }]
    })
  }
}

function taskOn(run: Run, id: string): TaskView['left'] {
  const state = own(run.tasks, id)
  return state ? (state.doneAt === null ? 'open' : 'done') : 'not-offered'
}
