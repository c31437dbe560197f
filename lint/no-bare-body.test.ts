import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect, test } from 'vitest'
import { noBareBody } from './no-bare-body.js'

/** A separate folder, since the project's compiler options would load every file. */
const folder = await mkdtemp(join(tmpdir(), 'no-bare-body-'))

const linter = new Linter({ configType: 'flat', cwd: folder })
const config: Linter.Config[] = [
  {
    files: ['**/*.ts'],
    languageOptions: {
      parser: tseslint.parser as Linter.Parser,
      parserOptions: { projectService: { allowDefaultProject: ['*.ts', '*.tsx'] }, tsconfigRootDir: folder },
    },
    plugins: { foyer: { rules: { 'no-bare-body': noBareBody } } },
    rules: { 'foyer/no-bare-body': 'error' },
  } as Linter.Config,
]

const problems = (code: string) =>
  linter
    .verify(`interface Args { request: Request }\n${code}\n`, config, join(folder, 'route.ts'))
    .map(({ messageId, message }) => messageId ?? message)

test.each([
  'export const act = ({ request }: Args) => request.formData()',
  'export const act = (args: Args) => args.request.text()',
  'export const act = async ({ request: sent }: Args) => (await sent.json()) as object',
  "export const act = (args: Args) => args.request['arrayBuffer']()",
  'export const act = (args: Args) => args.request.clone()',
  'export const act = (args: Args) => new Response(args.request.body)',
  'export const act = (args: Args | { request: null }) => args.request?.blob()',
  'export function act(args: Args) { const { body } = args.request; return body }',
  "import { unstable_parseMultipartFormData } from '@remix-run/node'\nexport const act = unstable_parseMultipartFormData",
])('refuses %s', (code) => {
  expect(problems(code)).toEqual(['body'])
})

test.each([
  'export const act = ({ request }: Args) => request.headers.get("accept")',
  'export const act = async (url: string) => (await fetch(url)).json()',
  'export const act = (form: { text(): string }) => form.text()',
])('leaves %s', (code) => {
  expect(problems(code)).toEqual([])
})
