import sharp from 'sharp'
import type { OverlayOptions } from 'sharp'

/** What the picture of a demo shows, in one language. */
interface PictureFacts {
  siteName: string
  title: string
  /** What is below the title: how long it takes, and who takes part. */
  facts: string
}

const [WIDTH, HEIGHT] = [1200, 630]
const MARGIN = 80
const BAR = 14
const FONTS = 'Inter, Noto Sans CJK SC, DejaVu Sans, Sans'
const [PAPER, INK, MUTED, ACCENT] = ['#faf9f7', '#1c1b19', '#5f5b55', '#0e5c63'] as const
/** Longer texts would not fit, whatever their letters. */
const [MOST_TITLE, MOST_LINE] = [70, 90]

interface Line {
  text: string
  /** In points of the picture. */
  size: number
  weight: 'normal' | 'bold'
  colour: string
  top: number
}

/** The picture that goes with the address of a demo when it is shared, as PNG of 1200 by 630 points. */
export function drawPicture({ siteName, title, facts }: PictureFacts): Promise<Buffer> {
  const paper = { create: { width: WIDTH, height: HEIGHT, channels: 3 as const, background: PAPER } }
  const bar = { create: { width: WIDTH, height: BAR, channels: 3 as const, background: ACCENT } }
  return sharp(paper)
    .composite([
      { input: bar, left: 0, top: 0 },
      write({ text: siteName.slice(0, MOST_LINE), size: 34, weight: 'bold', colour: ACCENT, top: 84 }),
      write({ text: title.slice(0, MOST_TITLE), size: 76, weight: 'bold', colour: INK, top: 190 }),
      write({ text: facts.slice(0, MOST_LINE), size: 32, weight: 'normal', colour: MUTED, top: 500 }),
      { input: bar, left: 0, top: HEIGHT - BAR },
    ])
    .png()
    .toBuffer()
}

/** A text, broken into lines where its language allows it. */
function write({ text, size, weight, colour, top }: Line): OverlayOptions {
  const markup = `<span foreground="${colour}" weight="${weight}" size="${size}pt">${escaped(text)}</span>`
  const place = { width: WIDTH - 2 * MARGIN, wrap: 'word-char' as const, rgba: true, dpi: 72 }
  return { input: { text: { text: markup, font: FONTS, ...place } }, left: MARGIN, top }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
