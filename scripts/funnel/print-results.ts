import type { FunnelResult, FunnelStep } from '~/domain/insight/funnel/funnel-result'
import type { FunnelComparison } from './compare-funnels'

/** For people: both results, and whether they agree. */
export function printComparison({ oracle, copy, agree }: FunnelComparison): string {
  if (agree) return `${printResult(copy)}\n\nThe definition and the copy agree.`
  return `By definition:\n${printResult(oracle)}\n\nBy the copy:\n${printResult(copy)}\n\nThey do not agree.`
}

/** For people: the steps, and those of each group. */
export function printResult({ steps, breakdown = [] }: FunnelResult): string {
  const groups = breakdown.map(({ value, steps: own }) => `\n${value ?? '(without)'}\n${printSteps(own)}`)
  return [printSteps(steps), ...groups].join('\n')
}

const printSteps = (steps: readonly FunnelStep[]) => steps.map(lineOf).join('\n')

function lineOf({ count, medianSeconds, meanSeconds }: FunnelStep, index: number): string {
  const times = medianSeconds === null ? '' : `  median ${medianSeconds} s, mean ${meanSeconds?.toFixed(1)} s`
  return `${String(index + 1).padStart(3)}. ${String(count).padStart(9)}${times}`
}
