/** A plan by its name for visitors. */
export interface NamedPlan {
  id: string
  name: string
}

/** A control that is locked on the plan, in the visitor's language. */
export interface LockedHere {
  /** The entitlement it needs. */
  needs: string
  /** Its label. */
  label: string
  title: string
  reason: string | null
}

/** One step of one plan. */
export interface StepView {
  /** 1-based among the steps of its plan. */
  number: number
  /** Short name of the state in which it is taken. */
  place: string
  role: string
  person: string | null
  /** What is done, as a sentence. */
  act: string
  /** Taken from the shortest path of this plan instead of the visitor's inputs. */
  own: boolean
  locked: LockedHere[]
}

/** Why a plan has no step in a row: it does not exist, or it is locked. */
export interface EmptyCell {
  locked: LockedHere | null
}

/**
 * One row: the same point of the process on both plans. `anchors` are entitlements that first make a difference here.
 */
export interface ComparisonRow {
  left: StepView | null
  right: StepView | null
  empty: EmptyCell | null
  anchors: string[]
}

export interface SideView extends NamedPlan {
  steps: number
  /** Steps that the other plan does not need. */
  extra: number
  tasksDone: number
  tasksOffered: number
  /** Null when no path to success was found. */
  outcome: 'success' | 'other' | null
}

/** One difference in the results. A side is null where the thing does not exist. */
export interface DifferenceView {
  /** What differs: a row and its field, or the object itself. */
  name: string
  field: string | null
  left: string | null
  right: string | null
}

export interface DifferenceGroup {
  title: string
  differences: DifferenceView[]
}

export interface TaskView {
  id: string
  title: string
  left: 'done' | 'open' | 'not-offered'
  right: 'done' | 'open' | 'not-offered'
}

/** The comparison of a process on two plans, ready to render; plain JSON. */
export interface ComparisonView {
  slug: string
  title: string
  /** `trial`: the visitor's own inputs. */
  inputs: 'trial' | 'ideal'
  trialId: string | null
  /** Every plan of the demo, to choose two from. */
  plans: NamedPlan[]
  left: SideView
  right: SideView
  rows: ComparisonRow[]
  groups: DifferenceGroup[]
  /** Differences that no screen has a label for. */
  unnamed: number
  tasks: TaskView[]
  /** The entitlement of the locked control that led here. */
  needs: { name: string; title: string; reason: string | null } | null
}
