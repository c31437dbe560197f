import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { cruise } from 'dependency-cruiser'
import type { ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser'
import { expect, test } from 'vitest'

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: (IForbiddenRuleType & { name: string })[]
  options: Record<string, unknown>
}

/**
 * Imports that each rule forbids: a module, and the path or package it imports. `type` means a type-only import.
 */
const REFUSED: Record<string, [from: string, to: string]> = {
  'no-cycles': ['app/ui/a.ts', 'app/ui/b.ts'],
  'domain-is-pure': ['app/domain/trial/pace.ts', 'app/platform/log.ts'],
  'domain-has-few-libraries': ['app/domain/trial/pace.ts', 'node:fs'],
  'domain-basics-know-no-room': ['app/domain/day.ts', 'app/domain/trial/speed.ts'],
  'one-way:app/domain/demo': ['app/domain/demo/engine/run.ts', 'app/domain/trial/speed.ts'],
  'one-way:app/domain/access': ['app/domain/access/roles.ts', 'app/domain/content/kinds.ts'],
  'one-way:app/domain/trial': ['app/domain/trial/pace.ts', 'app/domain/insight/bins.ts'],
  'one-way:app/domain/content': ['app/domain/content/kinds.ts', 'app/domain/insight/bins.ts'],
  'one-way:app/domain/insight': ['app/domain/insight/funnel.ts', 'app/domain/audit/actions.ts'],
  'one-way:app/domain/demo/expression': [
    'app/domain/demo/expression/cel.ts',
    'app/domain/demo/engine/fast/quick.ts',
  ],
  'one-way:app/domain/demo/format': ['app/domain/demo/format/schema.ts', 'app/domain/demo/screen/view.ts'],
  'one-way:app/domain/demo/screen': ['app/domain/demo/screen/draw.ts', 'app/domain/demo/engine/step.ts'],
  'one-way:app/domain/demo/engine': ['app/domain/demo/engine/step.ts', 'app/domain/demo/proof/prove.ts'],
  'one-way:app/domain/demo/checks': ['app/domain/demo/checks/check.ts', 'app/domain/demo/proof/prove.ts'],
  'one-way:app/domain/demo/proof': ['app/domain/demo/proof/prove.ts', 'app/domain/demo/compare/align.ts'],
  'islands-are-small': ['app/islands/main.ts', 'app/paths.ts'],
  'shortcuts-stand-behind-their-switch': [
    'app/features/player/play.ts',
    'app/domain/demo/engine/fast/quick.ts',
  ],
  'db-knows-the-domain-alone': ['db/queries/trials.ts', 'app/platform/log.ts'],
  'db-knows-domain-types-alone': ['db/queries/trials.ts', 'app/domain/trial/speed.ts'],
  'platform-is-below-features': ['app/platform/mail.ts', 'app/features/help/read.server.ts'],
  'nothing-imports-the-host': ['app/features/help/read.server.ts', 'app/host/app.ts'],
  'features-stand-alone': ['app/features/help/read.server.ts', 'app/features/player/play.ts'],
  'features-know-no-routes': ['app/features/help/read.server.ts', 'app/routes/help.tsx'],
  'components-draw-only': ['app/features/help/components/page.tsx', 'app/features/help/read.server.ts'],
  'ui-has-no-business': ['app/ui/button.ts', 'app/features/player/play.ts'],
  'routes-stand-alone': ['app/routes/help.tsx', 'app/routes/me.tsx'],
  'routes-have-no-database': ['app/routes/help.tsx', 'db/queries/visitors.ts'],
  'queries-in-one-place': ['app/features/help/read.server.ts', 'postgres'],
  'permissions-are-asked-by-the-builder': ['app/features/help/read.server.ts', 'app/platform/verb/admit.ts'],
  'the-audit-has-one-source': ['app/features/help/read.server.ts', 'db/queries/insert-audit-entry.ts'],
  'the-emitter-comes-with-the-use-case': [
    'app/features/help/read.server.ts',
    'app/platform/audit/record-audit.ts',
  ],
  'no-test-code-in-the-product': ['app/platform/mail.ts', 'tests/support/site.ts'],
  'everything-is-found': ['app/platform/mail.ts', './nowhere'],
  'no-undeclared-packages': ['app/platform/mail.ts', 'undeclared'],
}

/** Similar imports that are allowed. */
const ALLOWED: [from: string, to: string][] = [
  ['app/platform/verb/verb.ts', 'app/platform/verb/admit.ts'],
  ['app/platform/verb/verb.ts', 'app/platform/audit/record-audit.ts'],
  ['app/platform/audit/record-audit.ts', 'db/queries/insert-audit-entry.ts'],
  ['app/domain/demo/proof/prove.ts', 'app/domain/demo/engine/step.ts'],
  ['app/domain/demo/engine/step.ts', 'app/domain/demo/engine/fast/quick.ts'],
  ['app/host/app.ts', 'app/domain/demo/engine/fast/fast-engine.ts'],
  ['app/domain/insight/funnel.ts', 'app/domain/trial/speed.ts'],
  ['app/features/help/read.server.ts', 'db/queries/visitors.ts'],
  ['app/platform/mail.ts', 'db/queries/visitors.ts'],
  ['db/queries/visitors.ts', 'postgres'],
  ['app/host/app.ts', 'app/features/help/read.server.ts'],
]

test('every rule refuses what it names', async () => {
  expect(Object.keys(REFUSED).sort()).toEqual(forbidden.map(({ name }) => name).sort())
  const cycle: [string, string] = ['app/ui/b.ts', 'app/ui/a.ts']
  const found = await violations([...Object.values(REFUSED), cycle])
  for (const [rule, [from, to]] of Object.entries(REFUSED)) {
    const target = to.startsWith('.') ? to : expect.stringContaining(to.replace('node:', ''))
    expect(found, rule).toContainEqual({ rule, from, to: target })
  }
})

test('what goes down is not refused, nor a type of the domain in a query', async () => {
  expect(await violations(ALLOWED)).toEqual([])
  expect(await violations([['db/queries/trials.ts', 'app/domain/trial/speed.ts']], 'import type')).toEqual([])
})

/** Writes modules with these imports and returns the violations. */
async function violations(imports: [from: string, to: string][], how = 'import') {
  await using folder = await projectFolder()
  const modules = new Map<string, string[]>()
  for (const [from, to] of imports) {
    modules.set(from, [...(modules.get(from) ?? []), to])
    if (isOurs(to) && !modules.has(to)) modules.set(to, [])
  }
  for (const [path, targets] of modules) {
    const lines = targets.map((to, index) => `${how} { x as x${index} } from '${specifier(path, to)}'`)
    const used = targets.map((_to, index) => `x${index}`).join(', ')
    const code = how === 'import' ? `export const x = [${used}]` : 'export type x = 1'
    await mkdir(join(folder.path, dirname(path)), { recursive: true })
    await writeFile(join(folder.path, path), `${lines.join('\n')}\n${code}\n`)
  }
  const folders = [...new Set([...modules.keys()].map((path) => path.split('/')[0] ?? ''))]
  const { output } = await cruise(folders, {
    ...options,
    baseDir: folder.path,
    ruleSet: { forbidden },
    validate: true,
  })
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
  }))
}

const isOurs = (to: string): boolean => /^(app|db|tests)\//.test(to)

function specifier(from: string, to: string): string {
  if (!isOurs(to)) return to
  const path = relative(dirname(from), to).replace(/\.tsx?$/, '')
  return path.startsWith('.') ? path : `./${path}`
}

/** A project with our packages, one of which it does not declare. */
async function projectFolder() {
  const path = await mkdtemp(join(tmpdir(), 'foyer-boundaries-'))
  await mkdir(join(path, 'node_modules', 'undeclared'), { recursive: true })
  await symlink(resolve('node_modules/postgres'), join(path, 'node_modules/postgres'))
  await writeFile(join(path, 'node_modules/undeclared/index.js'), 'export const x = 1')
  await writeFile(
    join(path, 'node_modules/undeclared/package.json'),
    '{"name":"undeclared","main":"index.js"}',
  )
  await writeFile(join(path, 'package.json'), '{"dependencies":{"postgres":"*"}}')
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}
