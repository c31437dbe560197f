import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectPath } from '#db/project-path'
import { bundleServer } from '../bundle-server.mjs'

/** A child process of the benchmark. */
export interface Child {
  process: ChildProcess
  pid: number
  stop(): Promise<void>
}

const BUILT = projectPath('build/bench')

/** Bundles the child processes as the server itself is bundled. */
export function buildChildren(modules: Record<string, string>): Promise<void> {
  return bundleServer(modules, BUILT)
}

/** Runs a process that `buildChildren` has built. */
export function startChild(
  module: string,
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Child {
  const child = fork(join(BUILT, `${module}.js`), args, {
    execArgv: ['--enable-source-maps'],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    process: child,
    pid: child.pid ?? 0,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** The next message of a child. @throws Error when it ends first */
export async function nextMessage<Message>(child: Child): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('a process of the bench ended'))
    child.process.once('exit', ended)
    child.process.once('message', (message) => {
      child.process.off('exit', ended)
      resolve(message as Message)
    })
  })
}
