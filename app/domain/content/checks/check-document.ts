import { LOCALES, type Locale } from '../../text'
import type { BodyOf } from '../bodies'
import { KIND_LAYOUT, partOf, type DocumentFiles, type DocumentKind } from '../kinds'
import { audiencesSchema, scenariosSchema } from '../choices'
import { messageSchema } from '../message'
import { plansSchema } from '../plans'
import { settingsSchema } from '../settings'
import { checkChoices } from './check-choices'
import { checkDemoFiles } from './check-demo-files'
import { checkTexts } from './check-texts'
import { checkYaml } from './check-yaml'
import { documentLinks } from '../references/document-links'
import { checkReferences, stillUsed } from '../references/check-references'
import type { DocumentCheckContext } from './document-check-context'
import { fileProblem, hasFileErrors, sortProblems, type FileProblem } from './file-problem'

export interface CheckedDocument<Kind extends DocumentKind = DocumentKind> {
  problems: FileProblem[]
  /** The body of the revision; null when there are errors. */
  body: BodyOf<Kind> | null
}

/**
 * Everything that can be checked of a document's files without running it. The studio checks while the author types,
 * and publishing checks again.
 */
export function checkDocument(
  kind: DocumentKind,
  slug: string,
  files: DocumentFiles,
  around: DocumentCheckContext = {},
): CheckedDocument {
  const { problems, body } = checkByKind(kind, slug, files, around.locales ?? LOCALES)
  const beside = body ? besideProblems(kind, slug, files, body, around) : []
  const all = sortProblems([...strangeFiles(kind, files), ...problems, ...beside])
  return { problems: all, body: hasFileErrors(all) ? null : body }
}

/**
 * Problems of a document among the live ones: it names something that does not exist, or removes something that others
 * name.
 */
function besideProblems(
  kind: DocumentKind,
  slug: string,
  files: DocumentFiles,
  body: BodyOf<DocumentKind>,
  { known, retired, uses = [] }: DocumentCheckContext,
): FileProblem[] {
  const links = documentLinks(kind, slug, files, body as never)
  const dangling = known ? checkReferences(links, files, { known, ...(retired && { retired }) }) : []
  return [...dangling, ...stillUsed(links, files, uses)]
}

function checkByKind(
  kind: DocumentKind,
  slug: string,
  files: DocumentFiles,
  locales: readonly Locale[],
): CheckedDocument {
  const source = KIND_LAYOUT[kind].source ?? ''
  const text = files[source] ?? ''
  const listed = { file: source, source: text, list: kind, locales }
  switch (kind) {
    case 'demo': {
      const { problems, demo } = checkDemoFiles(slug, files, locales)
      return { problems, body: demo && { demo } }
    }
    case 'help':
    case 'page':
      return checkTexts(files, locales)
    case 'message':
      return withBody(checkYaml(messageSchema, source, text))
    case 'plans':
      return withBody(checkYaml(plansSchema, source, text))
    case 'scenarios':
      return withBody(checkChoices(scenariosSchema, listed, (body) => body.scenarios))
    case 'audiences':
      return withBody(checkChoices(audiencesSchema, listed, (body) => body.audiences))
    case 'settings':
      return withBody(checkYaml(settingsSchema, source, text))
  }
}

function withBody(checked: { problems: FileProblem[]; value: CheckedDocument['body'] }): CheckedDocument {
  return { problems: checked.problems, body: checked.value }
}

function strangeFiles(kind: DocumentKind, files: DocumentFiles): FileProblem[] {
  return Object.keys(files)
    .filter((file) => partOf(kind, file) === null)
    .map((file) =>
      fileProblem('error', file, 'unknown-file', `A document of this kind has no file “${file}”.`),
    )
}
