import { z } from 'zod'
import type { BodyOf } from '~/domain/content/bodies'
import { partOf } from '~/domain/content/kinds'
import type { DocumentFiles } from '~/domain/content/kinds'
import { compileDemo } from '~/domain/demo/engine/compile'
import { proofRun } from '~/domain/demo/proof/proof'
import type { Demo } from '~/domain/demo/format/schema'
import type { WayGraph } from '~/domain/demo/engine/way/way-graph'
import { LOCALES } from '~/domain/text'
import type { Locale } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import type { MdxText } from '~/platform/content/inspector'
import { verb } from '~/platform/verb/verb'
import { readOrRefuse } from '../documents/find-or-refuse.server'
import { readRevision } from '../revisions/read-revision.server'

const previewSchema = z.object({
  slug: z.string(),
  /** The draft when absent. */
  revision: z.coerce.number().int().min(1).optional(),
  /** The demo's first plan when absent or unknown. */
  plan: z.string().optional(),
})

export interface DemoPreview {
  slug: string
  /** What is shown: a revision's number, or the draft's version. */
  of: { revision: number } | { draftVersion: number }
  /** Null when the draft has errors and cannot run. */
  runnable: RunnableDemo | null
}

export interface RunnableDemo {
  body: { demo: Demo }
  /** Guides as HTML, by `<guide>.<locale>`. */
  rendered: Record<string, string>
  plan: string
  role: string
  ways: WayGraph | null
}

/** A demo for its author to try, from the saved draft or from a revision. Nothing is written. */
export const previewDemo = verb(
  { permission: 'documents.read', input: previewSchema },
  async ({ ctx, input: { slug, revision, plan } }): Promise<DemoPreview> => {
    const named = { kind: 'demo' as const, slug }
    if (revision !== undefined) {
      const { body, rendered, files } = await readRevision({ ctx, input: { ...named, number: revision } })
      const runnable = await ready(ctx, body as BodyOf<'demo'>, files, plan)
      return { slug, of: { revision }, runnable: { ...runnable, rendered } }
    }
    const { draftFiles, draftVersion } = await readOrRefuse(ctx.db, named)
    const { body } = await ctx.inspector.check('demo', slug, draftFiles)
    if (!body) return { slug, of: { draftVersion }, runnable: null }
    const runnable = await ready(ctx, body as BodyOf<'demo'>, draftFiles, plan)
    return {
      slug,
      of: { draftVersion },
      runnable: { ...runnable, rendered: await ctx.inspector.render(guidesToShow(draftFiles, ctx.locale)) },
    }
  },
)

async function ready(
  ctx: Context,
  body: { demo: Demo },
  files: DocumentFiles,
  wanted: string | undefined,
): Promise<Omit<RunnableDemo, 'rendered'>> {
  const compiled = compileDemo(body.demo)
  const source = files['demo.yaml'] ?? ''
  const plan = compiled.plans.find((one) => one === wanted) ?? compiled.plans[0] ?? ''
  const role = compiled.startRoles[0] ?? ''
  const proof = (await ctx.inspector.knownProofs([source])).get(source)
  return { body, plan, role, ways: proof ? (proofRun(proof, plan, role)?.ways ?? null) : null }
}

/** Each guide once: in `locale`, else in the first language in which it is written. */
function guidesToShow(files: DocumentFiles, locale: Locale): MdxText[] {
  const guides = new Map<string, MdxText>()
  for (const wanted of [locale, ...LOCALES]) {
    for (const [file, text] of Object.entries(files)) {
      const part = partOf('demo', file)
      if (part?.part !== 'guide' || part.locale !== wanted || guides.has(part.name)) continue
      guides.set(part.name, { name: `${part.name}.${part.locale}`, locale: wanted, text, isGuide: true })
    }
  }
  return [...guides.values()]
}
