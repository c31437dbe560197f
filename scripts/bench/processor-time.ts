import { readFileSync, readdirSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second. */
const TICK_MICROSECONDS = 10_000

/** Processor time that a process has taken so far, in microseconds; NaN where there is no /proc. */
export function processorTime(pid: number): number {
  const stat = statOf(pid)
  return stat ? (Number(stat[11]) + Number(stat[12])) * TICK_MICROSECONDS : Number.NaN
}

/** As `processorTime`, of all current children of a process, such as the sessions of a database. */
export function processorTimeOfChildren(pid: number): number {
  let sum = 0
  for (const name of existing())
    if (Number(statOf(Number(name))?.[1]) === pid) sum += processorTime(Number(name))
  return sum
}

function existing(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

/** The fields behind the name of the process, from its state on. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
