import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A process of the bench. */
export interface Child {
  process: ChildProcess
  pid: number
  stop(): Promise<void>
}

/** Runs a module of this folder in a process of its own. */
export function startChild(module: string, env: Record<string, string> = {}): Child {
  const child = fork(fileURLToPath(new URL(`./${module}`, import.meta.url)), {
    execArgv: ['--import', 'tsx'],
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
