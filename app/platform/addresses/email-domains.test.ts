import { expect, test } from 'vitest'
import { domainOf, isDisposable, isWorkDomain } from './email-domains'

test.each([
  'gmail.com',
  'qq.com',
  '163.com',
  'outlook.com',
  'hotmail.es',
  'proton.me',
  'icloud.com',
  'gmx.de',
])('nobody works for %s', (domain) => expect(isWorkDomain(domain)).toBe(false))

test.each(['mailinator.com', 'sub.mailinator.com', 'yopmail.com', 'guerrillamail.com'])(
  'addresses of %s are thrown away',
  (domain) => {
    expect(isDisposable(domain)).toBe(true)
    expect(isWorkDomain(domain)).toBe(false)
  },
)

test.each(['alder-mill.example', 'acme.co.uk', 'xn--fiqs8s.cn'])(
  '%s tells who somebody works for',
  (domain) => {
    expect(isWorkDomain(domain)).toBe(true)
  },
)

test.each([
  ['Ann.Lee@Alder-Mill.Example', 'alder-mill.example'],
  [' alder.example. ', 'alder.example'],
  ['x@bücher.example', 'xn--bcher-kva.example'],
  ['nothing', null],
  ['x@-bad.example', null],
  ['x@localhost', null],
])('the domain of %j is %j', (text, expected) => {
  expect(domainOf(text)).toBe(expected)
})
