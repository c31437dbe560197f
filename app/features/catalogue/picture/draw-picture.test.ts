import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawPicture } from './draw-picture.server'

const draw = (title: string) => drawPicture({ siteName: 'A & <B>', title, facts: '6 minutes · Sales' })

test('a picture has the size that sites ask for, also with a title that is too long', async () => {
  for (const title of [
    'From order to cash',
    '从订单到收款',
    'A very long title of a demo '.repeat(20),
    'x'.repeat(900),
  ]) {
    const { format, width, height } = await sharp(await draw(title)).metadata()
    expect([format, width, height]).toEqual(['png', 1200, 630])
  }
})

test('another title is another picture', async () => {
  expect((await draw('One')).equals(await draw('Other'))).toBe(false)
})
