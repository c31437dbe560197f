import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import type { PluggableList } from 'unified'
import { cutAutolinks } from './cut-autolinks'

/** A single tilde does not mark strikethrough, since Chinese texts write 3~5 for a range. */
const TILDES = { singleTilde: false }

/** The Markdown extensions beyond CommonMark, the same for vetting and compiling. */
export const MARKDOWN_PLUGINS: PluggableList = [
  [remarkGfm, TILDES],
  remarkCjkFriendly,
  [remarkStrikethrough, TILDES],
  cutAutolinks,
]
