import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { celCases, failureOf } from '#tests/support/cel-cases'
import { readSkippedCases, reasonOf } from '../support/cel-skipped'

const cases = celCases()
const leftOut = readSkippedCases()
const nameOf = ({ section, name }: { section: string; name: string }) => `${section}/${name}`

test('every case of the CEL specification that is not left out gives what it should', () => {
  const failures = cases
    .filter((one) => reasonOf(leftOut, one) === null)
    .flatMap((one) => {
      const failure = failureOf(one)
      return failure === null ? [] : [`${nameOf(one)}: ${one.original.expr}: ${failure}`]
    })
  expect(failures).toEqual([])
})

test('nothing is left out that would do', () => {
  const doing = cases.filter((one) => reasonOf(leftOut, one) !== null && failureOf(one) === null)
  expect(doing.map(nameOf)).toEqual([])
})

test('only cases that there are are left out, each for one reason', () => {
  const known = new Set(cases.map(nameOf))
  const sections = new Set(cases.map((one) => one.section))
  const seen = new Set<string>()
  for (const inReason of Object.values(leftOut)) {
    for (const [section, names] of Object.entries(inReason)) {
      const listed =
        names === '*' ? cases.filter((one) => one.section === section).map((one) => one.name) : names
      expect(sections, section).toContain(section)
      for (const name of new Set(listed)) {
        const full = `${section}/${name}`
        expect(known, full).toContain(full)
        expect(seen, full).not.toContain(full)
        seen.add(full)
      }
    }
  }
})

test('the page on expressions tells the counts', () => {
  const page = readFileSync('docs/expressions.md', 'utf8')
  const count = (reason: string) => cases.filter((one) => reasonOf(leftOut, one) === reason).length
  const out = cases.filter((one) => reasonOf(leftOut, one) !== null).length
  const [all, run] = [cases.length, cases.length - out].map((number) => number.toLocaleString('en-US'))
  expect(page).toContain(
    `Of ${all} cases, ${run} are run and pass; ${out.toLocaleString('en-US')} are left out`,
  )
  const told = [...page.matchAll(/^\| +(\d+) +\| (.+?) +\|$/gm)].map(([, number, why]) => `${why} ${number}`)
  expect(told.sort()).toEqual(
    Object.keys(leftOut)
      .map((why) => `${why} ${count(why)}`)
      .sort(),
  )
})
