import { expect, test } from 'vitest'
import { readLanding } from '~/domain/trial/landing'
import { channelTouch } from './channel'

const channelOf = (touch: Parameters<typeof channelTouch>[0]) =>
  channelTouch(touch, 'try.example.com').channel

/** What a browser says that it came from, and the channel that it is. */
const REFERRERS: Record<string, readonly string[]> = {
  search: [
    'https://www.google.de/search?q=erp',
    'https://google.com.mx/',
    'https://www.google.co.jp/',
    'https://images.google.es/imgres',
    'https://yahoo.co.jp/',
    'https://search.yahoo.co.jp/search?p=erp',
    'https://uk.search.yahoo.com/',
    'https://r.search.yahoo.com/_ylt=x',
    'https://www.bing.com/',
    'https://cn.bing.com/search?q=erp',
    'https://baidu.com/',
    'https://www.baidu.com/link?url=x',
    'https://m.baidu.com/from=1/s?word=erp',
    'https://so.com/',
    'https://m.so.com/s?q=erp',
    'https://www.sogou.com/web',
    'https://search.brave.com/search?q=erp',
    'https://duckduckgo.com/',
    'https://html.duckduckgo.com/html/',
    'https://www.ecosia.org/',
    'https://yandex.com.tr/search/',
    'https://ya.ru/',
    'https://search.naver.com/search.naver',
    'https://search.seznam.cz/?q=erp',
    'https://www.qwant.com/',
    'HTTPS://WWW.GOOGLE.COM/',
    'https://www.google.com./',
    'https://www.google.com:443/',
    'https://somebody:secret@www.google.com/',
    'www.google.com',
    'android-app://com.google.android.googlequicksearchbox/https/www.google.com',
    'android-app://com.google.android.apps.searchlite',
    'android-app://com.duckduckgo.mobile.android',
    'https://image.baidu.com/search',
  ],
  email: [
    'https://mail.google.com/mail/u/0/',
    'https://outlook.live.com/',
    'https://outlook.office.com/mail/',
    'https://mail.qq.com/',
    'https://wx.mail.qq.com/',
    'https://mail.163.com/',
    'https://mail.yahoo.com/',
    'https://us-mg5.mail.yahoo.com/neo',
    'https://mail.yahoo.co.jp/',
    'https://e.mail.ru/inbox',
    'https://app.fastmail.com/',
    'android-app://com.google.android.gm',
    'android-app://com.google.android.gm/',
    'ANDROID-APP://com.microsoft.office.outlook',
    'https://deref-gmx.net/mail/client/x',
    'https://deref-mail.com/mail/client/x',
    'https://us1.campaign-archive.com/?u=x',
  ],
  social: [
    'https://t.co/x',
    'https://x.com/',
    'https://lnkd.in/abc',
    'https://www.linkedin.com/feed/',
    'https://de.linkedin.com/',
    'https://out.reddit.com/t3_x',
    'https://old.reddit.com/r/erp',
    'https://l.facebook.com/l.php?u=x',
    'https://m.facebook.com/',
    'https://www.pinterest.co.uk/pin/1',
    'https://www.zhihu.com/question/1',
    'https://tieba.baidu.com/p/1',
    'https://mp.weixin.qq.com/s/x',
    'https://mastodon.social/@ann',
    'android-app://com.linkedin.android/',
    'android-app://com.tencent.mm',
    'android-app://com.facebook.lite',
    'android-app://com.instagram.lite',
    'android-app://m.facebook.com/',
  ],
  assistant: [
    'https://chatgpt.com/',
    'https://www.perplexity.ai/search/x',
    'https://perplexity.ai/',
    'https://copilot.microsoft.com/',
    'https://gemini.google.com/app',
    'https://claude.ai/chat/x',
    'https://yiyan.baidu.com/',
    'https://chat.deepseek.com/',
  ],
  referral: [
    'https://docs.google.com/document/d/x',
    'https://drive.google.com/',
    'https://sites.google.com/view/x',
    'https://meet.google.com/',
    'https://pan.baidu.com/s/x',
    'https://docs.qq.com/doc/x',
    'https://support.microsoft.com/',
    'https://news.google.com/',
    'https://translate.google.com/',
    'https://accounts.google.com/',
    'https://deep.try.example.com/',
    'https://mail.google.com.acme.example/',
    'https://x.com.acme.example/',
    'https://t.co.uk/',
    'http://localhost:3000/',
    'android-app://com.google.android.apps.docs',
    'https://so.acme.com/',
    'https://x.acme.com/',
    'https://t.acme.co.uk/',
    'https://mail.acme.com/',
    'https://google.acme.com/',
    'https://www.google.com.acme.example/',
    'https://notgoogle.com/',
    'https://facebook.blogspot.com/',
    'https://t.com/',
    'https://t.company.example/',
    'https://fox.com/',
    'https://reddit.example/',
    'https://www.amazon.com/',
    'https://192.0.2.7:8080/',
    'https://[2001:db8::1]/',
    'http://intranet/',
    'https://müller.example/',
    'https://xn--mller-kva.example/',
    'android-app://com.acme.crm',
    'https://blog.example.org',
    'blog.example.org:8443',
  ],
  direct: [
    '',
    'https://try.example.com/pricing',
    'https://TRY.example.com.:3000/',
    'https://www.try.example.com/',
    'https://www.try.example.com:8443/pricing',
    'about:blank',
    'http://[',
  ],
}

const referrers = Object.entries(REFERRERS).flatMap(([channel, all]) => all.map((one) => [one, channel]))

test.each(referrers)('%s is %s', (referrer, channel) => {
  expect(channelOf({ referrer: referrer ?? '' })).toBe(channel)
})

/** Spellings of `utm_medium`. */
const MEDIUMS: Record<string, readonly string[]> = {
  paid: [
    ...[
      'cpc',
      'CPC',
      'ppc',
      'cpm',
      'cpa',
      'cpv',
      'eCPC',
      'paid',
      'paid_social',
      'Paid Social',
      'paid-search',
    ],
    ...['paidsearch', 'PaidSocial', 'social-paid', 'social cpc', 'display', 'banner', 'retargeting', 'sem'],
    ...['google_ads', 'paid%20social', 'paid+video', 'native', 'ｃｐｃ', 'cross-network', 'cpc_brand'],
  ],
  email: [
    ...['email', 'Email', 'e-mail', 'E_Mail', 'e mail', 'newsletter', 'Newsletter', 'email_newsletter'],
    ...['mailing', ' EMAIL '],
  ],
  social: [
    ...['social', 'Social Media', 'social-media', 'social_media', 'socialmedia', 'social-network', 'sm'],
    ...['organic-social', 'organic_social', 'Organic Social', 'social organic', 'video'],
    ...['social_network', 'influencers'],
  ],
  referral: ['referral', 'affiliate', 'affiliates', 'Affiliate', 'partner', 'partners', 'link', 'referal'],
  search: ['organic', 'Organic', 'organic-search', 'search', 'seo'],
  campaign: ['fair', 'qr', 'sms', 'unpaid', 'company', 'semantic', 'email2print'],
}

const mediums = Object.entries(MEDIUMS).flatMap(([channel, all]) => all.map((one) => [one, channel]))

test.each(mediums)('the medium “%s” is %s', (medium, channel) => {
  expect(channelOf({ source: 'spring-letter', medium: medium ?? '' })).toBe(channel)
})

test('the medium decides before the referrer, and the referrer where the medium says nothing', () => {
  expect(channelOf({ source: 'google', medium: 'cpc', referrer: 'https://www.google.com/' })).toBe('paid')
  expect(channelOf({ medium: 'fair', referrer: 'https://www.google.com/' })).toBe('search')
})

test('a source that names a known host is one, another without a known medium is a campaign', () => {
  expect(channelOf({ source: 'chatgpt.com' })).toBe('assistant')
  expect(channelOf({ source: 'fair-2026' })).toBe('campaign')
})

test('a referrer is cut to its host, without user, port, closing dot and capitals', () => {
  expect(channelTouch({ referrer: 'https://ann:pw@Mail.Example.org.:8443/inbox?user=ann' }, null)).toEqual({
    channel: 'referral',
    referrer: 'mail.example.org',
  })
  expect(channelTouch({ referrer: 'https://müller.example/' }, null).referrer).toBe('xn--mller-kva.example')
  expect(channelTouch({ referrer: 'android-app://com.google.android.gm/' }, null).referrer).toBe(
    'com.google.android.gm',
  )
})

test('a click id tells a paid click where no medium is named; Facebook marks every link', () => {
  expect(channelOf({ clickName: 'gclid', clickId: '1', referrer: 'https://www.google.com/' })).toBe('paid')
  expect(channelOf({ clickName: 'msclkid', clickId: '1' })).toBe('paid')
  expect(channelOf({ clickName: 'fbclid', clickId: '1', referrer: 'https://l.facebook.com/' })).toBe('social')
  expect(channelOf({ clickName: 'gclid', clickId: '1', medium: 'email' })).toBe('email')
})

test.each([
  ...['gclid', 'gbraid', 'wbraid', 'dclid', 'gad_source', 'msclkid', 'rdt_cid', 'bd_vid'],
  ...['ttclid', 'twclid', 'li_fat_id'],
])('%s on a click is paid, whatever page referred', (name) => {
  const land = (id: string) =>
    channelTouch(readLanding(new URLSearchParams({ [name]: id }), 'https://www.google.com/'), null)
  expect(land('1')).toMatchObject({ channel: 'paid', clickName: name, clickId: '1' })
  expect(land('x'.repeat(512)).clickId).toHaveLength(512)
  expect(land('x'.repeat(600))).toEqual({ channel: 'paid', clickName: name, referrer: 'www.google.com' })
})

test('words for nothing are no campaign', () => {
  for (const nothing of ['(none)', '(not set)', '(direct)', 'none', 'null', 'not set', 'direct']) {
    expect(channelOf({ source: nothing, medium: nothing })).toBe('direct')
    expect(channelOf({ medium: nothing, referrer: 'https://www.google.com/' })).toBe('search')
  }
  expect(channelOf({ source: '(direct)', medium: '(none)', campaign: 'spring' })).toBe('campaign')
})

test('a center without a name of its own refers to nobody under the names of its machine', () => {
  const alone = (referrer: string) => channelTouch({ referrer }, null)
  for (const own of ['http://127.0.0.1:3000/', 'http://localhost:3000/pricing', 'http://[::1]:3000/'])
    expect(alone(own)).toEqual({ channel: 'direct' })
  expect(alone('http://intranet/')).toMatchObject({ channel: 'referral' })
})

test('whoever follows a passed-on link or an embedded page was referred', () => {
  expect(channelOf({ share: 'ann', referrer: 'https://www.linkedin.com/' })).toBe('referral')
  expect(channelTouch({ embedHost: 'https://Shop.example.com/page' }, null)).toEqual({
    channel: 'referral',
    embedHost: 'shop.example.com',
  })
})
