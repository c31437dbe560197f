import { stringify } from 'yaml'
import type { Text } from '~/domain/text'
import { paths } from '~/paths'

interface Described {
  name: string
  alt: Text
  width: number
  height: number
}

/** The block of a demo's screen that shows a picture, in one line of YAML. */
export function blockSnippet({ name, alt, width, height }: Described): string {
  // A block takes pictures of at most 8000 pixels.
  const scale = Math.min(1, 8_000 / Math.max(width, height))
  const image = { src: name, alt, width: Math.round(width * scale), height: Math.round(height * scale) }
  return stringify([{ image }], { collectionStyle: 'flow', lineWidth: 0 })
    .trim()
    .replace(/^\[ ?(.*?) ?\]$/, '- $1')
}

/** The picture or video in a guide, a help post or a page. */
export function textSnippet({ name, alt }: Described): string {
  const words = (alt.en ?? Object.values(alt)[0] ?? '').replace(/[[\]\\\n]/g, ' ')
  return `![${words}](${paths.mediumFile(name)})`
}
