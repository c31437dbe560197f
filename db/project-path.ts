import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The directory of the project, the same for its sources and its build. */
const ROOT = rootAbove(dirname(fileURLToPath(import.meta.url)))

/** The path of a file of the project. */
export const projectPath = (path: string): string => join(ROOT, path)

function rootAbove(directory: string): string {
  if (existsSync(join(directory, 'package.json'))) return directory
  const above = dirname(directory)
  if (above === directory)
    throw new Error('Foyer runs from its own directory, and its package.json is not there.')
  return rootAbove(above)
}
