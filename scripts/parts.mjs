// The parts of a test command: each is timed, counted, and named at the end.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { ROOT, passSignals, runToEnd, say } from './bootstrap.mjs'
import { judgeStage, partLines, sum } from './tally.mjs'

const REPORTS = join(ROOT, 'test-results')

/** @typedef {import('./tally.mjs').Part} Part */

/** Runs work and reports how long it took; its result is counted if it is a tally. */
export async function timed(name, work) {
  const start = performance.now()
  const tally = await work()
  return { name, passed: 0, failed: 0, ...tally, seconds: (performance.now() - start) / 1000 }
}

/**
 * Runs Node scripts in parallel, one for each core, and prints the output of each when it ends. Exit code 0 counts
 * as one passed.
 * @returns {Promise<Part[]>}
 */
export async function runBeside(checks) {
  const waiting = [...checks]
  const parts = []
  const runNext = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { name, command, env } = check
      let output = ''
      const part = await timed(name, async () => {
        const result = await runCaptured(process.execPath, command, env)
        output = result.output
        return result.code === 0 ? { passed: 1 } : { failed: 1 }
      })
      say(`\n== ${name}: ${part.failed > 0 ? 'failed' : 'passed'} in ${part.seconds.toFixed(0)} s ==`)
      if (output) say(output.trimEnd())
      parts.push(part)
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, runNext))
  return parts
}

/** Runs a command to its end and returns its exit code and output. */
export function runCaptured(command, args, env = {}) {
  return new Promise((resolve) => {
    const stdio = ['ignore', 'pipe', 'pipe']
    const child = spawn(command, args, { cwd: ROOT, stdio, env: { ...process.env, ...env } })
    const pass = passSignals(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => {
      output += error.message
      resolve({ code: -1, output })
    })
    child.on('close', (code, signal) => {
      pass.end()
      resolve({ code: code ?? signal, output })
    })
  })
}

/** Runs one test runner and reads its own JSON report; a report of an earlier run is never read. */
export function runSuite(name, tallyOf, { args, env }) {
  say(`\n== ${name} ==`)
  const report = join(REPORTS, `${name}.json`)
  rmSync(report, { force: true })
  return timed(name, async () => {
    const exitCode = await runToEnd(process.execPath, args(report), env(report))
    const tally = existsSync(report) ? tallyOf(JSON.parse(readFileSync(report, 'utf8'))) : null
    return judgeStage(tally, exitCode)
  })
}

/** Prints the parts with their times, remarks, then "N passed, N failed", and sets the exit code. */
export function sayParts(parts, remarks) {
  say(['', ...partLines(parts), ...remarks].join('\n'))
  const { passed, failed } = sum(parts)
  say(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}
