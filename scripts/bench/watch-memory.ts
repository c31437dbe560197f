import { readFileSync } from 'node:fs'

const EVERY_MS = 250

/** Resident memory of a process over time, in megabytes. */
export interface MemoryWatch {
  samples: number[]
  stop(): void
}

/** Samples only while `while_` says so. Needs Linux's /proc; elsewhere there are no samples. */
export function watchMemory(pid: number, isLooking: () => boolean): MemoryWatch {
  const samples: number[] = []
  const timer = setInterval(() => {
    const megabytes = isLooking() ? residentMegabytes(pid) : null
    if (megabytes !== null) samples.push(megabytes)
  }, EVERY_MS)
  return { samples, stop: () => clearInterval(timer) }
}

function residentMegabytes(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}
