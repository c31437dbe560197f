import { gzipSync } from 'node:zlib'

/** A hostile body or header. */
export interface HostilePart {
  name: string
  headers?: Record<string, string>
  body?: Uint8Array<ArrayBuffer>
  /** The query string. */
  query?: string
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const JSON_TYPE = { 'Content-Type': 'application/json' }
const MULTIPART = { 'Content-Type': 'multipart/form-data; boundary=b' }

const part = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

const LINES = Array.from({ length: 90_000 }, (_, index) => `k${index}: 1`).join('\n')

const draft = (files: unknown) =>
  `${part('intent', 'save')}${part('draft', JSON.stringify({ draftVersion: 1, files }))}--b--`

/** Forms for every page. */
export const HOSTILE_FORMS = encoded([
  { name: 'one name a megabyte long', headers: FORM, body: 'a&'.repeat(500_000) },
  { name: 'one name, as often as fits', headers: FORM, body: 'a&'.repeat(16_000) },
  { name: 'a sparse index', headers: FORM, body: 'email[20000000]=x' },
  { name: 'the largest index', headers: FORM, body: 'email[4294967290]=x&name[4294967290].a=x' },
  { name: 'nested names', headers: FORM, body: 'a[b]'.repeat(8_000) },
  { name: 'a long path', headers: FORM, body: `${'a.'.repeat(15_000)}b=x` },
  { name: 'the state of a form library', headers: FORM, body: '__state__={bad&__intent__={bad' },
  { name: 'signs that are half encoded', headers: FORM, body: `to=${'%'.repeat(32_000)}` },
  { name: 'parts without end', headers: MULTIPART, body: part('a', '').repeat(600) },
  { name: 'a draft of 90,000 lines', headers: MULTIPART, body: draft({ 'demo.yaml': LINES }) },
  { name: 'a draft that nests', headers: MULTIPART, body: `${part('draft', '['.repeat(1_000_000))}--b--` },
  {
    name: 'a draft of many files',
    headers: MULTIPART,
    body: draft(Object.fromEntries(LINES.split('\n').map((one) => [one, '']))),
  },
  { name: 'six megabytes', headers: FORM, body: 'a'.repeat(6_000_000) },
  {
    name: 'packed zeros',
    headers: { ...FORM, 'Content-Encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(20_000_000)),
  },
])

/** JSON for every endpoint. */
export const HOSTILE_JSON = encoded([
  { name: 'lists in lists', headers: JSON_TYPE, body: '['.repeat(200_000) },
  { name: 'closed lists in lists', headers: JSON_TYPE, body: '['.repeat(100_000) + ']'.repeat(100_000) },
  { name: 'maps in maps', headers: JSON_TYPE, body: '{"a":'.repeat(40_000) + '1' + '}'.repeat(40_000) },
  {
    name: 'many keys',
    headers: JSON_TYPE,
    body: `{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`).join()}}`,
  },
  { name: 'a long number', headers: JSON_TYPE, body: `{"goal":${'9'.repeat(200_000)}}` },
  {
    name: 'a large number',
    headers: JSON_TYPE,
    body: '{"seq":1e999999,"events":[{"seq":1e308,"at":-1e308}]}',
  },
  {
    name: 'a long text',
    headers: JSON_TYPE,
    body: JSON.stringify({ demo: 'a'.repeat(250_000), email: 'a@'.repeat(100) }),
  },
  {
    name: 'many reports',
    headers: JSON_TYPE,
    body: JSON.stringify({ conversions: Array.from({ length: 15_000 }, () => ({})) }),
  },
  {
    name: 'packed zeros',
    headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(20_000_000)),
  },
  {
    name: 'broken packing',
    headers: { ...JSON_TYPE, 'Content-Encoding': 'gzip' },
    body: Buffer.alloc(1_000, 7),
  },
])

/** Query strings and headers for every read request. */
export const HOSTILE_HEADS = encoded([
  { name: 'many parameters', query: `?${'a=1&'.repeat(1_800)}` },
  { name: 'deep parameters', query: `?${'a[b]'.repeat(300)}${'[a]'.repeat(300)}=1&from[]=1&to[99999999]=1` },
  {
    name: 'a long parameter',
    query: `?lng=${'e-'.repeat(3_000)}&from=${'9'.repeat(100)}&to=x&plans=${'a,'.repeat(500)}`,
  },
  { name: 'many cookies', headers: { Cookie: 'a=;'.repeat(2_500) } },
  {
    name: 'strange cookies',
    headers: {
      Cookie: `foyer_locale=${'%'.repeat(2_000)}; foyer_visitor=${'.'.repeat(3_000)}; foyer_theme=${' ;'.repeat(800)}`,
    },
  },
  { name: 'a long list of languages', headers: { 'Accept-Language': 'a;q=0.1 ,'.repeat(800) } },
  {
    name: 'a language of blanks',
    headers: { 'Accept-Language': `en;${' '.repeat(3_000)}q=x`, Accept: 'text/html;q=0.1,'.repeat(250) },
  },
  {
    name: 'a strange browser',
    headers: {
      'User-Agent': `Mozilla/5.0 (${'('.repeat(3_000)} ${'bot/'.repeat(700)}`,
      Referer: `http://${'a.'.repeat(1_500)}com`,
    },
  },
  { name: 'ranges', headers: { Range: `bytes=${'0-,'.repeat(2_000)}`, 'If-None-Match': '"a",'.repeat(800) } },
])

interface Given extends Omit<HostilePart, 'body'> {
  body?: Buffer | string
}

/** Bodies as bytes, encoded once for all requests. */
function encoded(parts: Given[]): HostilePart[] {
  return parts.map(({ body, ...part }) => (body === undefined ? part : { ...part, body: bytesOf(body) }))
}

function bytesOf(body: Buffer | string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(typeof body === 'string' ? Buffer.from(body) : body)
}
