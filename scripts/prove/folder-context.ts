import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { isLocale, type Locale } from '~/domain/text'
import { plansSchema } from '~/domain/content/plans'
import { readYaml } from '~/domain/content/read-yaml'
import type { CheckContext } from '~/domain/demo/checks/check-demo'

const GUIDE = /^(.+)\.([a-z]{2})\.mdx$/

/**
 * What a demo's file is checked against: the guides and pictures beside it, and the shipped plan table. What is
 * missing is not checked, so that a single file can be proven by itself.
 */
export function readFolderContext(file: string): CheckContext {
  const folder = dirname(file)
  const guides = filesIn(join(folder, 'guides'))
  const images = filesIn(join(folder, 'images'))
  const features = featuresOf(join(folder, '..', '..', 'plans', 'plans.yaml'))
  return {
    ...(guides && { guides: guidesByName(guides) }),
    ...(images && { images }),
    ...(features && { features }),
  }
}

function filesIn(folder: string): string[] | null {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : null
}

function guidesByName(files: readonly string[]): Map<string, Locale[]> {
  const guides = new Map<string, Locale[]>()
  for (const file of files) {
    const [, name, locale] = GUIDE.exec(file) ?? []
    if (name !== undefined && isLocale(locale)) guides.set(name, [...(guides.get(name) ?? []), locale])
  }
  return guides
}

function featuresOf(file: string): string[] | null {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return null
  const plans = readYaml(plansSchema, readFileSync(file, 'utf8'))
  return plans.ok ? plans.value.features.map((feature) => feature.id) : null
}
