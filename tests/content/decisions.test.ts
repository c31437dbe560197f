import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FOLDER = 'docs/decisions'
const files = readdirSync(FOLDER).filter((name) => /^\d{4}-.*\.md$/.test(name))

const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')
const field = (text: string, name: string): string =>
  new RegExp(`^- ${name}: (.+)$`, 'm').exec(text)?.[1] ?? ''
const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1]!)

const decisions = files.map((file) => {
  const text = read(file)
  return { file, text, number: file.slice(0, 4), status: field(text, 'Status'), date: field(text, 'Date') }
})

test('decisions are numbered from 0001 without a gap, each number once', () => {
  expect(decisions.map(({ number }) => Number(number))).toEqual(decisions.map((_, index) => index + 1))
})

test('every decision has its number in its title, a status and a date', () => {
  for (const { file, text, number, status, date } of decisions) {
    expect(text, file).toMatch(new RegExp(`^# ${number} \\S`))
    expect(status, file).toMatch(/^(proposed|accepted(; .+ superseded by .+)?|rejected|superseded by .+)$/)
    expect(date, file).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
})

test('what is superseded names a later decision, which names it in turn', () => {
  for (const { file, number, status } of decisions.filter((each) => each.status.includes('superseded by'))) {
    const successor = /superseded by \[(\d{4})\]\(\1-/.exec(status)?.[1] ?? ''
    expect(Number(successor), file).toBeGreaterThan(Number(number))
    expect(decisions.find((each) => each.number === successor)?.text, file).toContain(`[${number}](${file})`)
  }
})

test('the index lists every decision, in order, with its title, date and where it stands', () => {
  const rows = read('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| ['))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  expect(rows.map((cells) => cells[1])).toEqual(decisions.map(({ number, file }) => `[${number}](${file})`))
  for (const [index, { text, status, date }] of decisions.entries()) {
    const [, , title, listed, listedDate] = rows[index]!
    expect(text).toContain(`# ${decisions[index]!.number} ${title}\n`)
    expect(listed?.split(/[ ,;]/)[0]).toBe(status.split(/[ ,;]/)[0])
    expect(linksIn(listed ?? '')).toEqual(linksIn(status))
    expect(listedDate).toBe(date)
  }
})

test('every link of a decision leads to a file', () => {
  for (const { file, text } of decisions)
    for (const link of linksIn(text)) expect(existsSync(join(FOLDER, link)), `${file}: ${link}`).toBe(true)
})
