/** A plan as it is named to the visitor. */
export interface NamedPlan {
  id: string
  name: string
}

/** A control that the plan shows locked, in the visitor's words. */
export interface LockedHere {
  /** The entitlement it needs. */
  needs: string
  /** What is written on it. */
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
  /** Taken in place of the visitor's own inputs, by the shortest way of this plan. */
  own: boolean
  locked: LockedHere[]
}

/** Why a plan has nothing in a row: there is no such step, or the step is locked on it. */
export interface EmptyCell {
  locked: LockedHere | null
}

/** One row: the same moment of the process on both plans. `anchors` are entitlements that first make a difference here. */
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
  /** Null where no way to success was found. */
  outcome: 'success' | 'other' | null
}

/** One thing that stands otherwise in the end. A side is null where it is not there at all. */
export interface DifferenceView {
  /** What it is: a row, and what of it; or the thing itself. */
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

/** The same process on two plans, ready to be drawn; plain JSON. */
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
  /** Differences that no screen has a word for. */
  unnamed: number
  tasks: TaskView[]
  /** What the visitor came for: the entitlement of the locked control that led here. */
  needs: { name: string; title: string; reason: string | null } | null
}
