import { expect, test } from 'vitest'
import { channelTouch } from './channel'

const channelOf = (touch: Parameters<typeof channelTouch>[0]) =>
  channelTouch(touch, 'try.example.com').channel

test('the medium decides first', () => {
  expect(channelOf({ source: 'google', medium: 'cpc', referrer: 'https://www.google.com/' })).toBe('paid')
  expect(channelOf({ source: 'spring', medium: 'Email' })).toBe('email')
  expect(channelOf({ source: 'linkedin', medium: 'social' })).toBe('social')
  expect(channelOf({ medium: 'affiliate' })).toBe('referral')
})

test('without a medium the referring host decides', () => {
  expect(channelOf({ referrer: 'https://www.google.de/search?q=erp' })).toBe('search')
  expect(channelOf({ referrer: 'https://www.baidu.com/' })).toBe('search')
  expect(channelOf({ referrer: 'https://t.co/x' })).toBe('social')
  expect(channelOf({ referrer: 'blog.example.org' })).toBe('referral')
})

test('a named source without a known medium is a campaign', () => {
  expect(channelOf({ source: 'fair-2026' })).toBe('campaign')
})

test('nothing known, our own pages and nonsense are direct', () => {
  expect(channelOf({})).toBe('direct')
  expect(channelOf({ referrer: 'https://try.example.com/pricing' })).toBe('direct')
  expect(channelOf({ referrer: 'http://[' })).toBe('direct')
})

test('a referrer is cut to its host', () => {
  expect(channelTouch({ referrer: 'https://Mail.Example.org/inbox?user=ann' }, null)).toEqual({
    channel: 'referral',
    referrer: 'mail.example.org',
  })
})

test('a click id tells a paid click where no medium is named; Facebook marks every link', () => {
  expect(channelOf({ clickName: 'gclid', clickId: '1', referrer: 'https://www.google.com/' })).toBe('paid')
  expect(channelOf({ clickName: 'msclkid', clickId: '1' })).toBe('paid')
  expect(channelOf({ clickName: 'fbclid', clickId: '1', referrer: 'https://l.facebook.com/' })).toBe('social')
  expect(channelOf({ clickName: 'gclid', clickId: '1', medium: 'email' })).toBe('email')
})

test('whoever follows a passed-on link or an embedded page was referred', () => {
  expect(channelOf({ share: 'ann', referrer: 'https://www.linkedin.com/' })).toBe('referral')
  expect(channelTouch({ embedHost: 'https://Shop.example.com/page' }, null)).toEqual({
    channel: 'referral',
    embedHost: 'shop.example.com',
  })
})
