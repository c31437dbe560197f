import express from 'express'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, pathOf, protocolOf } from './plain-http'
import type { PlainRequest } from './plain-http'

const OWN = '10.0.0.1'

/** A request of Express, which is one of Node's as well. */
const requestOf = (proxies: number, headers: Record<string, string>, encrypted = false) => {
  const app = express()
  app.set('trust proxy', proxies)
  const socket = { remoteAddress: OWN, ...(encrypted && { encrypted }) }
  return Object.assign(Object.create(app.request) as express.Request, { headers, socket, connection: socket })
}

test('the address that asks is the one Express would say, past any number of proxies', () => {
  const forwarded = fc.array(fc.ipV4(), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.nat(5),
      fc.option(forwarded),
      fc.constantFrom(',', ', ', ' , '),
      (proxies, list, comma) => {
        const req = requestOf(proxies, list ? { 'x-forwarded-for': list.join(comma) } : {})
        expect(addressOf(req as PlainRequest, proxies)).toBe(req.ip)
      },
    ),
  )
})

test('the scheme is that of the socket, or what a trusted proxy says', () => {
  for (const proxies of [0, 1]) {
    for (const encrypted of [false, true]) {
      for (const headers of [{}, { 'x-forwarded-proto': 'https' }, { 'x-forwarded-proto': 'http, https' }]) {
        const req = requestOf(proxies, headers as Record<string, string>, encrypted)
        expect(protocolOf(req as PlainRequest, proxies)).toBe(req.protocol)
      }
    }
  }
})

test('the path is that of the request, without what is asked of it, wherever a router stands', () => {
  const request = (parts: object) => parts as PlainRequest
  expect(pathOf(request({ url: '/studio?x=1' }))).toBe('/studio')
  expect(pathOf(request({ url: 'http://foyer.test:3000/api/v1/trials?x=1' }))).toBe('/api/v1/trials')
  expect(pathOf(request({ url: '/trials', originalUrl: '/api/v1/trials?x=/y' }))).toBe('/api/v1/trials')
})
