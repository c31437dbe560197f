import { z } from 'zod'
import { LOCALES, type Locale, type Text } from '../../text'
import { textFile, type DocumentFiles } from '../kinds'
import { checkMdx } from './check-mdx'
import { fileProblem, type FileProblem } from './file-problem'

const frontMatterSchema = z.strictObject({
  title: z.string().min(1, 'Write a title').max(120),
  summary: z.string().max(300).optional(),
  order: z.number().optional(),
  topic: z.string().max(40).optional(),
})

/**
 * The body of a help post or page: its titles and summaries by locale. The texts themselves are rendered separately.
 */
export interface TextBody {
  title: Text
  summary: Text
  /** Its position in a list, smallest first. */
  order: number
  topic: string | null
  locales: Locale[]
}

export interface CheckedTexts {
  problems: FileProblem[]
  body: TextBody
}

/** Checks a document that is one MDX text for each locale: each is safe and has a title, and no locale is missing. */
export function checkTexts(files: DocumentFiles, locales: readonly Locale[]): CheckedTexts {
  const body: TextBody = { title: {}, summary: {}, order: 0, topic: null, locales: [] }
  const problems = LOCALES.flatMap((locale) => {
    const source = files[textFile(locale)]
    return source === undefined ? [] : checkText(textFile(locale), source, locale, body)
  })
  const isMissing = (locale: Locale) => files[textFile(locale)] === undefined
  if (LOCALES.every(isMissing)) problems.push(noText(locales[0] ?? 'en'))
  else problems.push(...locales.filter(isMissing).map(missingText))
  return { problems, body }
}

function checkText(file: string, source: string, locale: Locale, body: TextBody): FileProblem[] {
  const checked = checkMdx(file, source)
  if (checked.problems.length > 0) return checked.problems
  const parsed = frontMatterSchema.safeParse(checked.frontMatter)
  if (!parsed.success) return parsed.error.issues.map((issue) => frontMatterProblem(file, source, issue))
  const { title, summary, order, topic } = parsed.data
  body.title[locale] = title
  if (summary !== undefined) body.summary[locale] = summary
  body.order = order ?? body.order
  body.topic = topic ?? body.topic
  body.locales.push(locale)
  return []
}

function frontMatterProblem(file: string, source: string, issue: z.core.$ZodIssue): FileProblem {
  const key = String(issue.path[0] ?? '')
  const line = source.split('\n').findIndex((text) => text.startsWith(`${key}:`)) + 1
  const message = key
    ? `${key}: ${issue.message}`
    : `${issue.message}. Front matter may hold title, summary, topic and order.`
  return fileProblem('error', file, 'front-matter', message, { at: key, line: line || 1, column: 1 })
}

function noText(locale: Locale): FileProblem {
  return fileProblem('error', textFile(locale), 'no-text', 'Write the text in at least one language.')
}

function missingText(locale: Locale): FileProblem {
  const file = textFile(locale)
  const message = `There is no ${file}: readers of that language see another one.`
  return fileProblem('warning', file, 'missing-locale', message)
}
