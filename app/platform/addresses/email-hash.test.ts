import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { emailHash } from './email-hash'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('an ASCII address is hashed trimmed and in small letters, as other systems do', () => {
  expect(emailHash('  ANN@alder.example ')).toBe(sha256('ann@alder.example'))
})

test('other writings of one address have one hash', () => {
  const hash = sha256('用户@xn--fsqu00a.xn--fiqs8s')
  for (const way of [
    '用户@例子.中国',
    '<用户@例子.中国>',
    'mailto:用户@例子.中国',
    '用户@XN--FSQU00A.xn--fiqs8s\u200B',
  ])
    expect(emailHash(way)).toBe(hash)
  expect(emailHash('jose\u0301@ejemplo.es')).toBe(sha256('josé@ejemplo.es'))
})
