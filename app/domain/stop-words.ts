import { fold } from './fold'
import type { Locale } from './text'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(fold))

/** Words that say nothing by themselves, folded. */
const STOP_WORDS: Record<Locale, ReadonlySet<string>> = {
  en: words(`
    a about after again all also am an and any are as at be because been before being but by can cant could did do does
    doesnt doing dont for from get go got had has have having he her here hers him his how i id if ill im in into is isnt it
    its ive just like me more most my no nor not now of on one only or our out over own same she should so some such than
    that thats the their them then there these they this those through to too under until up us very was wasnt we were what
    when where which while who whom why will with would you your yours`),
  es: words(`
    a al algo alguna algunas alguno algunos ante antes aquí así aún aunque cada como cómo con cual cuál cuando cuándo de del
    desde donde dónde dos e el él ella ellas ellos en entre era eres es esa esas ese eso esos esta está estaba están estar
    estas este esto estos estoy fue ha hace hacer hacia hasta hay he la las le les lo los más me mi mis mucho muy nada ni no
    nos nosotros o otra otro para pero poco por porque puede puedo que qué quien quién se sea ser si sí sin sobre son soy su
    sus también te tengo tiene todo todos tras tu un una uno unos usted ustedes va voy y ya yo`),
  zh: words(`
    的 了 是 我 你 您 他 她 它 我们 你们 他们 在 和 与 或 也 都 就 还 又 很 太 更 最 不 没 没有 有 这 那 这个 那个 这里 那里 这些 那些 什么
    怎么 怎样 怎么办 如何 为什么 哪 哪里 哪个 吗 呢 吧 啊 呀 把 被 给 对 从 到 向 用 以 能 会 可以 要 想 去 来 上 下 里 中 个 一 一个 一下 请 让
    着 过 地 得 而 但 但是 因为 所以 如果`),
}

export const isStopWord = (word: string, locale: Locale): boolean => STOP_WORDS[locale].has(word)
