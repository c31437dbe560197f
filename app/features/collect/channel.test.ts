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
