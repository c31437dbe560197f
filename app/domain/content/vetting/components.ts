import { z } from 'zod'

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
  .max(80)
const shortText = z.string().min(1).max(80)

/** Where an element may be used: only alone on its line, or inside a sentence as well. */
type Placement = 'block' | 'any'

/**
 * The attributes that one allowed element accepts. Values are the strings that the author wrote; a bare attribute is
 * `true`.
 */
export type ComponentRule = { props: z.ZodType; placement: Placement; children: boolean }

/** The only elements that content may use. Everything else is refused, plain HTML tags included. */
const MDX_COMPONENTS = {
  TryDemo: {
    props: z.strictObject({ slug, plan: slug.optional(), at: slug.optional(), label: shortText.optional() }),
    placement: 'block',
    children: false,
  },
  PlanTable: { props: z.strictObject({}), placement: 'block', children: false },
  Callout: {
    props: z.strictObject({ tone: z.enum(['note', 'tip', 'warning']), title: shortText.optional() }),
    placement: 'block',
    children: true,
  },
  Term: { props: z.strictObject({ id: slug }), placement: 'any', children: true },
  br: { props: z.strictObject({}), placement: 'any', children: false },
  kbd: { props: z.strictObject({}), placement: 'any', children: true },
} as const satisfies Record<string, ComponentRule>

export type MdxComponentName = keyof typeof MDX_COMPONENTS

export const MDX_COMPONENT_NAMES = Object.keys(MDX_COMPONENTS) as MdxComponentName[]

/** Guides stand beside a running demo: they explain, and do not lead away from it. */
export const GUIDE_COMPONENTS: readonly MdxComponentName[] = ['Callout', 'Term', 'br', 'kbd']

export type TryDemoProps = z.infer<(typeof MDX_COMPONENTS)['TryDemo']['props']>
export type CalloutProps = z.infer<(typeof MDX_COMPONENTS)['Callout']['props']>
export type TermProps = z.infer<(typeof MDX_COMPONENTS)['Term']['props']>

/** The rule of an element, or null when it is not on the list or not among `allowed`. */
export function componentRule(
  name: string | null,
  allowed: readonly MdxComponentName[],
): ComponentRule | null {
  const known = allowed.find((candidate) => candidate === name)
  return known ? MDX_COMPONENTS[known] : null
}
