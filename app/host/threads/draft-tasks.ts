import type { DocumentCheckContext } from '~/domain/content/checks/document-check-context'
import { checkDocument } from '~/domain/content/checks/check-document'
import type { CheckedDocument } from '~/domain/content/checks/check-document'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import { GUIDE_COMPONENTS } from '~/domain/content/vetting/components'
import { compileDemo } from '~/domain/demo/engine/compile'
import type { Demo } from '~/domain/demo/format/schema'
import { rehearseTraces } from '~/domain/demo/proof/rehearse-traces'
import type { PastTrace, RehearsalReport } from '~/domain/demo/proof/rehearse-traces'
import type { MdxText } from '~/platform/content/inspector'
import { renderMdx } from '~/features/content/render-mdx.server'
import { cleanDrawing } from '~/features/studio/media/intake/clean-drawing.server'
import { readVideo } from '~/features/studio/media/intake/read-video.server'
import type { Intake } from '~/platform/media/intake'
import { changedFiles } from '~/domain/content/changed-files'
import type { ChangedFile } from '~/domain/content/changed-files'

/** The slow tasks of a draft and their results. All of it can be passed between threads. */
export interface DraftTasks {
  check: {
    asks: { kind: DocumentKind; slug: string; files: DocumentFiles; around: DocumentCheckContext }
    gives: CheckedDocument
  }
  compare: { asks: { before: DocumentFiles; after: DocumentFiles }; gives: ChangedFile[] }
  render: { asks: { texts: MdxText[] }; gives: Record<string, string> }
  rehearse: { asks: { demo: Demo; traces: PastTrace[] }; gives: RehearsalReport }
  drawing: { asks: { bytes: Uint8Array }; gives: Intake }
  video: { asks: { bytes: Uint8Array; type: 'mp4' | 'webm' }; gives: Intake }
}

export type DraftTaskName = keyof DraftTasks

type Work = {
  [Name in DraftTaskName]: (asks: DraftTasks[Name]['asks']) => Promise<DraftTasks[Name]['gives']>
}

const WORK: Work = {
  check: async ({ kind, slug, files, around }) => checkDocument(kind, slug, files, around),
  compare: async ({ before, after }) => changedFiles(before, after),
  render: async ({ texts }) => {
    const rendered: Record<string, string> = {}
    for (const { name, locale, text, isGuide } of texts) {
      rendered[name] = (await renderMdx(text, isGuide ? GUIDE_COMPONENTS : undefined, locale)).html
    }
    return rendered
  },
  rehearse: ({ demo, traces }) => rehearseTraces(compileDemo(demo), traces),
  drawing: ({ bytes }) => cleanDrawing(bytes),
  video: ({ bytes, type }) => readVideo(bytes, type),
}

/** Runs a task in the calling thread. */
export function doDraftTask<Name extends DraftTaskName>(
  name: Name,
  asks: DraftTasks[Name]['asks'],
): Promise<DraftTasks[Name]['gives']> {
  return WORK[name](asks)
}
