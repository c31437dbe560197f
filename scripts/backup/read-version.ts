import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { projectPath } from '#db/project-path'

/** The version of this Foyer. */
export const readVersion = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(projectPath('package.json'), 'utf8')))
    .version
