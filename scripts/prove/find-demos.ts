import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Every `demos/<slug>/demo.yaml` below a content folder, by slug. */
export function findDemos(content: string): string[] {
  const folder = join(content, 'demos')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((slug) => join(folder, slug, 'demo.yaml'))
    .filter((file) => existsSync(file))
}
