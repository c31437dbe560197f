import { readDemoPicture } from '~/features/catalogue/picture/read-demo-picture.server'
import { DomainError } from '~/domain/errors'
import { isLocale } from '~/domain/text'
import { defineLoader } from '~/platform/http/define-loader'

/** The picture of a demo in a language, for whoever shares its address: `/demos/order-to-cash/picture/es.png`. */
export const loader = defineLoader('anyone', async ({ ctx, params: { slug = '', file = '' } }) => {
  const [locale, ending] = file.split('.')
  if (!isLocale(locale) || ending !== 'png') throw new DomainError('not-found', 'There is no such picture.')
  const png = await readDemoPicture({ ctx, input: { slug, locale } })
  return new Response(new Uint8Array(png), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=3600' },
  })
})
