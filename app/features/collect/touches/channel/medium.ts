import type { Channel } from '~/domain/trial/channels'

/**
 * Terms of a `utm_medium`, in order of precedence: `paid-social` is paid, `organic-social` social. Based on the default
 * channel group of Google Analytics.
 */
const WORDS: readonly (readonly [Channel, readonly string[]])[] = [
  [
    'paid',
    [
      ...['paid', 'ad', 'ads', 'adwords', 'advert', 'advertising', 'sem', 'sea', 'ppc'],
      ...['cpc', 'cpm', 'cpa', 'cpv', 'cpl', 'cpp', 'cpi', 'cpe', 'cps', 'vcpm', 'ecpc'],
      ...['display', 'banner', 'banners', 'expandable', 'interstitial', 'popup', 'native', 'programmatic'],
      ...['retargeting', 'remarketing', 'sponsored', 'promoted', 'boosted', 'crossnetwork'],
    ],
  ],
  [
    'email',
    ['email', 'emails', 'emailing', 'mail', 'mailing', 'mailings', 'newsletter', 'newsletters', 'edm'],
  ],
  [
    'social',
    ['social', 'socials', 'socialmedia', 'socialnetwork', 'sm', 'smm', 'influencer', 'influencers', 'video'],
  ],
  ['referral', ['referral', 'referrals', 'referrer', 'affiliate', 'affiliates', 'affiliation', 'partner']],
  ['referral', ['partners', 'partnership', 'link', 'referal', 'referals']],
  ['search', ['organic', 'search', 'seo']],
  ['assistant', ['ai', 'llm', 'chatbot', 'assistant', 'aiassistant']],
]

/** Spellings without a separator: `paidsearch`, `socialpaid`. */
const PAID_WITHIN = /^(paid|ppc|cpc)|(paid|ppc|cpc)$/

/** The channel of a medium, in any common spelling; null for none. */
export function channelOfMedium(medium: string | undefined): Channel | null {
  const words = wordsOf(medium ?? '')
  if (words.some((word) => PAID_WITHIN.test(word) && word !== 'unpaid')) return 'paid'
  const spelt = [...words, words.join('')]
  return WORDS.find(([, names]) => spelt.some((word) => names.includes(word)))?.[0] ?? null
}

/** `Paid_Social`, `e-mail` and `paid%20social` as words in small letters. */
function wordsOf(medium: string): string[] {
  const plain = medium
    .normalize('NFKC')
    .toLowerCase()
    .replace(/%20|\+/g, ' ')
  return plain
    .replace(/\be[\s_-]+mail/g, 'email')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
