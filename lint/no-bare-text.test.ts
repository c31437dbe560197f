import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect, test } from 'vitest'
import { noBareText } from './no-bare-text.js'

const HEAD = `
declare const t: (key: string) => string
declare const open: boolean
declare const name: string | JSX.Element
declare const names: string[]
type Node = JSX.Element | string | number | boolean | null | undefined
declare const children: Node
declare const Icon: () => JSX.Element | null
declare const items: JSX.Element[]
declare global {
  namespace JSX {
    interface Element { type: string }
    interface IntrinsicElements { [name: string]: object }
  }
}
`

/** A separate folder, since the project's compiler options would load every file. */
const folder = await mkdtemp(join(tmpdir(), 'no-bare-text-'))

const linter = new Linter({ configType: 'flat', cwd: folder })
const config: Linter.Config[] = [
  {
    files: ['**/*.tsx'],
    languageOptions: {
      parser: tseslint.parser as Linter.Parser,
      parserOptions: {
        projectService: { allowDefaultProject: ['*.ts', '*.tsx'] },
        tsconfigRootDir: folder,
        ecmaFeatures: { jsx: true },
      },
    },
    plugins: { foyer: { rules: { 'no-bare-text': noBareText } } },
    rules: { 'foyer/no-bare-text': 'error' },
  } as Linter.Config,
]

const source = (jsx: string) => `${HEAD}export const shown = ${jsx}\n`
const problems = (jsx: string) =>
  linter
    .verify(source(jsx), config, join(folder, 'bare-text.tsx'))
    .map(({ messageId, message }) => messageId ?? message)
const fixed = (jsx: string) =>
  linter
    .verifyAndFix(source(jsx), config, join(folder, 'bare-text.tsx'))
    .output.slice(HEAD.length + 'export const shown = '.length, -1)

test.each([
  '<p>text alone</p>',
  "<p>{t('alone')}</p>",
  "<p>{open ? t('one') : <b>other</b>}</p>",
  '<p>fixed <b>and</b> fixed</p>',
  "<p><span>{t('a')}</span>{open ? <b>b</b> : null}</p>",
  '<p>{children}</p>',
  '<p>{items}</p>',
  '<p>{items}<b>more</b></p>',
  '<p>\n  {/* a remark */}\n  {t("alone")}\n</p>',
])('leaves %s', (jsx) => {
  expect(problems(jsx)).toEqual([])
})

test.each([
  ["<p>{t('a')}{open ? <b>b</b> : null}</p>", 'text'],
  ['<p>fixed {open ? <b>b</b> : null}</p>', 'text'],
  ["<button>{t('a')}<Icon /></button>", 'text'],
  ["<p>{t('a')} <b>b</b></p>", 'text'],
  ['<p>{open ? "a" : <i />}<b>b</b></p>', 'node'],
  ['<p>{name}{open ? <b>b</b> : null}</p>', 'node'],
  ['<p>{open && <b>b</b>}{children}</p>', 'node'],
  ['<p>{names}</p>', 'node'],
  ["<>{t('a')}</>", 'loose'],
])('refuses %s', (jsx, problem) => {
  expect(problems(jsx)).toEqual([problem])
})

test('refuses a component that gives text', () => {
  const code = `${HEAD}export function Name() { return t('a') }\nexport function Box() { return <p>{t('a')}</p> }`
  const found = linter.verify(code, config, join(folder, 'bare-text.tsx'))
  expect(found.map(({ messageId }) => messageId)).toEqual(['component'])
})

test.each([
  ["<p>{t('a')}{open ? <b>b</b> : null}</p>", "<p><span>{t('a')}</span>{open ? <b>b</b> : null}</p>"],
  ["<p>{t('a')}: {t('b')}</p>", "<p>{`${t('a')}: ${t('b')}`}</p>"],
  ["<p>{t('a')} <b>b</b></p>", "<p><span>{`${t('a')} `}</span><b>b</b></p>"],
  ['<p>\n  <Icon />\n  fixed text\n</p>', '<p>\n  <Icon />\n  <span>fixed text</span>\n</p>'],
  ["<option>{t('a')} ({t('b')})</option>", "<option>{`${t('a')} (${t('b')})`}</option>"],
])('fixes %s', (jsx, better) => {
  expect(fixed(jsx)).toBe(better)
})
