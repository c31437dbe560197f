/** One line of a list of steps: who does what, and what comes of it. */
export interface ListedStep {
  role: string
  action: string
  result: string
  /** The plans on which it is done; null for all. On the others it is left out. */
  plans: string[] | null
}

/** Why a line is no step. Lines count from 1. */
export interface StepProblem {
  line: number
  code: 'no-role' | 'no-action' | 'too-long' | 'too-many' | 'none' | 'unknown-plan' | 'first-for-all'
}

export interface ParsedSteps {
  steps: ListedStep[]
  problems: StepProblem[]
}

export const MOST_LISTED_STEPS = 20
const LONGEST = { role: 40, action: 60, result: 160 }

/**
 * Reads `Sales: Save the order -> The order is saved [free]`, one step a line. The parts may also stand apart by tabs or
 * bars, as cells of a spreadsheet do. Blank lines are skipped.
 */
export function parseSteps(text: string, plans: readonly string[]): ParsedSteps {
  const lines = text.split('\n').map((written, index) => ({ written: written.trim(), line: index + 1 }))
  const read = lines
    .filter(({ written }) => written !== '')
    .map(({ written, line }) => ({ step: stepOf(written, plans), line }))
  const problems = read.flatMap(({ step, line }, index): StepProblem[] => {
    const code = problemOf(step, plans, index)
    return code ? [{ line, code }] : []
  })
  if (read.length === 0) problems.push({ line: 1, code: 'none' })
  return { steps: read.map(({ step }) => step), problems }
}

function stepOf(line: string, all: readonly string[]): ListedStep {
  const [, rest = line, named] = /^(.*?)\s*[[［]([^\]］]*)[\]］]\s*$/u.exec(line) ?? []
  const { role, action, result } = partsOf(rest)
  return { role, action, result: result || action, plans: named === undefined ? null : plansOf(named, all) }
}

/** Null where all plans are named. */
function plansOf(named: string, all: readonly string[]): string[] | null {
  const plans = named.split(/[,，、]/u).map((plan) => plan.trim())
  const wanted = plans.filter((plan) => plan !== '')
  return all.every((plan) => wanted.includes(plan)) ? null : wanted
}

function partsOf(line: string): Pick<ListedStep, 'role' | 'action' | 'result'> {
  const cells = line.split(/\s*[\t|｜]\s*/u)
  if (cells.length > 1) return { role: cells[0] ?? '', action: cells[1] ?? '', result: cells[2] ?? '' }
  const [role, doing] = parted(line, /\s*[:：]\s*/u)
  const [action, result] = parted(doing, /\s*(?:->|→|=>)\s*/u)
  return { role, action, result }
}

/** The text before the first sign and the text after it; without a sign all stands before it. */
function parted(text: string, sign: RegExp): [string, string] {
  const found = sign.exec(text)
  return found ? [text.slice(0, found.index), text.slice(found.index + found[0].length)] : [text, '']
}

function problemOf(
  { role, action, result, plans: named }: ListedStep,
  plans: readonly string[],
  index: number,
): StepProblem['code'] | null {
  if (index >= MOST_LISTED_STEPS) return 'too-many'
  if (action === '') return role === '' ? 'no-role' : 'no-action'
  if (role === '') return 'no-role'
  if (role.length > LONGEST.role || action.length > LONGEST.action || result.length > LONGEST.result)
    return 'too-long'
  if (named?.some((plan) => !plans.includes(plan))) return 'unknown-plan'
  return index === 0 && named !== null ? 'first-for-all' : null
}
