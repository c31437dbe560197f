import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import type { PluggableList } from 'unified'
import { cutAutolinks } from './cut-autolinks'

/** One tilde is no mark: Chinese texts write 3~5 for a range. */
const TILDES = { singleTilde: false }

/** What our Markdown knows beyond CommonMark, in parsing to vet and in compiling alike. */
export const MARKDOWN_PLUGINS: PluggableList = [
  [remarkGfm, TILDES],
  remarkCjkFriendly,
  [remarkStrikethrough, TILDES],
  cutAutolinks,
]
