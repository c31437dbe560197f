import type { Run } from '~/domain/demo/run'
import type { Locale } from '~/domain/text'
import type { Random } from './random'

const COMMENTS: Record<'good' | 'fair' | 'poor', Record<Locale, string[]>> = {
  good: {
    en: [
      'Reserving stock by itself would save us an hour a day.',
      'Clear from the first click. I showed it to our warehouse.',
      'Finally something that shows the whole way and not only the order form.',
    ],
    zh: [
      '自动预留库存，一天能省一个小时。',
      '从第一步就很清楚，已经发给仓库同事了。',
      '终于看到整个流程，而不只是一张表单。',
    ],
    es: [
      'Que aparte el stock solo nos ahorraría una hora al día.',
      'Claro desde el primer clic. Se lo enseñé al almacén.',
      'Por fin se ve todo el camino y no solo el pedido.',
    ],
  },
  fair: {
    en: ['Good, but we have more than one product on an order.', 'I would like to see returns too.'],
    zh: ['不错，但我们一张订单有多种产品。', '希望也能看看退货。'],
    es: ['Bien, pero nuestros pedidos llevan varios productos.', 'Me gustaría ver también las devoluciones.'],
  },
  poor: {
    en: [
      'The bank list is long and I could not tell which line is mine.',
      'I got lost after the stock list.',
    ],
    zh: ['流水太长，找不到是哪一笔。', '查库存之后就不知道该做什么了。'],
    es: [
      'La lista del banco es larga y no supe cuál era mi línea.',
      'Me perdí después de la lista de existencias.',
    ],
  },
}

/** What somebody says after a trial, or null: most who give up say nothing. */
export function opinionOf(
  end: Run,
  locale: Locale,
  random: Random,
): { stars: number; comment: string } | null {
  const finished = end.outcome === 'success'
  if (!random.chance(finished ? 0.46 : 0.1)) return null
  const base = finished ? 4.2 + (end.plan === 'free' ? -0.3 : 0.3) - 0.25 * end.hints : 2.5
  const stars = Math.max(1, Math.min(5, Math.round(base + (random.next() + random.next() - 1) * 1.6)))
  const mood = stars >= 4 ? 'good' : stars === 3 ? 'fair' : 'poor'
  return { stars, comment: random.chance(0.35) ? random.one(COMMENTS[mood][locale]) : '' }
}
