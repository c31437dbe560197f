import { Linter } from 'eslint'
import { expect, test } from 'vitest'
import { noBareRoute } from './no-bare-route.js'

const linter = new Linter({ configType: 'flat' })
const config: Linter.Config[] = [
  {
    plugins: { foyer: { rules: { 'no-bare-route': noBareRoute } } },
    rules: { 'foyer/no-bare-route': 'error' },
  } as Linter.Config,
]

const problems = (code: string) => linter.verify(code, config).map(({ messageId }) => messageId)

test.each([
  'export async function loader({ request }) { return request.url }',
  'export function action(args) { return args }',
  'export const loader = (args) => args',
  'export const action = async function (args) { return args }',
  "export const action = defineLoader('anyone', (call) => call)",
  'export const loader = shared',
  'const load = (args) => args; export { load as loader }',
  "export { action } from './other'",
])('refuses %s', (code) => {
  expect(problems(code)).toEqual(['bare'])
})

test.each([
  "export const loader = defineLoader('anyone', ({ url }) => url.href)",
  "export const action = defineAction({ permission: 'anyone' }, () => null)",
  "export const loader = () => redirect('/')",
  'export function loader() { return null }',
  'export const meta = (args) => args',
  'function action(args) { return args }',
])('leaves %s', (code) => {
  expect(problems(code)).toEqual([])
})
