import { spawn } from 'node:child_process'

/** Waits for the end of its standard input, which comes however the parent ends, then cleans up. */
const SCRIPT = 'cat >/dev/null; kill -INT "$0" 2>/dev/null && sleep 2; rm -rf -- "$@"'

/**
 * For servers that must not outlive this process: stops `pid` and removes `directories` even when this process is
 * killed. Call `dismiss` when both are gone already.
 */
export function stopWithParent(pid: number, directories: string[]): { dismiss(): void } {
  const child = spawn('sh', ['-c', SCRIPT, String(pid), ...directories], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.on('error', () => {})
  child.unref()
  return { dismiss: () => void child.kill('SIGKILL') }
}
