import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Entry, NamedEntry } from '~/domain/content/forms/entry'
import { formOfKind } from '~/domain/content/forms/form-of-kind'
import { DOCUMENT_KINDS } from '~/domain/content/kinds'

type Words = { [key: string]: string | Words }

test('every field of every form has a label, and every choice a name', async () => {
  const words = JSON.parse(await readFile('content/locales/en/forms.json', 'utf8')) as Words
  const has = (key: string) => {
    const found = key
      .split('.')
      .reduce<Words | string | undefined>(
        (at, part) => (typeof at === 'object' ? at[part] : undefined),
        words,
      )
    return typeof found === 'string'
  }
  const wanted = DOCUMENT_KINDS.flatMap((kind) => wordsOfFields(formOfKind(kind), kind))
  expect(wanted.length).toBeGreaterThan(80)
  expect(wanted.filter((key) => !has(key))).toEqual([])
})

function wordsOfFields(fields: readonly NamedEntry[], words: string): string[] {
  return fields.flatMap(({ name, field }) => wordsOfField(field, `${words}.${name}`))
}

function wordsOfField(field: Entry, words: string): string[] {
  const label = `${words}.$label`
  switch (field.kind) {
    case 'fixed':
      return []
    case 'group':
      return [label, ...wordsOfFields(field.fields, words)]
    case 'choice':
    case 'choices':
      return [label, ...field.options.map((option) => `${words}.$option.${option}`)]
    case 'list':
      return field.item.kind === 'group'
        ? [label, `${words}.$add`, `${words}.$item`, ...wordsOfFields(field.item.fields, words)]
        : [label]
    case 'map':
      return [
        label,
        ...(field.value.kind === 'group' ? wordsOfFields(field.value.fields, `${words}.$value`) : []),
      ]
    default:
      return [label]
  }
}
