import { join } from 'node:path'
import { projectPath } from '#db/project-path'

/** Processes that tests start, by the module of each. */
export const PROCESSES = {
  server: 'server.ts',
  site: 'tests/support/site.ts',
  application: 'scripts/bench/application.ts',
}

export const BUILT_PROCESSES = projectPath('node_modules/.cache/test-processes')

/** The built file of a process: it starts in a tenth of the time of its sources. */
export function builtProcess(name: keyof typeof PROCESSES): string {
  return join(BUILT_PROCESSES, `${name}.js`)
}
