import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AUDIT_SUBJECTS } from '~/domain/audit/actions'
import { LOCALES } from '~/domain/text'

test.each(LOCALES)('the audit page has words in %s for every action, and for no other', (locale) => {
  const { audit } = JSON.parse(readFileSync(`content/locales/${locale}/studio.json`, 'utf8')) as {
    audit: { action: Record<string, Record<string, string>> }
  }
  const worded = Object.entries(audit.action).flatMap(([subject, words]) =>
    Object.keys(words).map((name) => `${subject}.${name}`),
  )
  expect(worded.sort()).toEqual(Object.keys(AUDIT_SUBJECTS).sort())
})
