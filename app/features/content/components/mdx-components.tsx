import type { ComponentProps, ComponentType, ReactNode } from 'react'

import type {
  CalloutProps,
  MdxComponentName,
  TermProps,
  TryDemoProps,
} from '~/domain/content/vetting/components'
import { paths } from '~/paths'
import { InlinePlaceholder, Placeholder } from './placeholder'

type Children = { children?: ReactNode }

function TryDemo(props: TryDemoProps) {
  return (
    <Placeholder name="TryDemo" props={props}>
      <a href={paths.demo(props.slug, { plan: props.plan, at: props.at })}>{props.label ?? props.slug}</a>
    </Placeholder>
  )
}

function PlanTable() {
  return <Placeholder name="PlanTable" props={{}} />
}

function Callout({ tone, title, children }: CalloutProps & Children) {
  return (
    <aside data-callout={tone}>
      {title ? <p data-callout-title="">{title}</p> : null}
      {children}
    </aside>
  )
}

function Term({ id, children }: TermProps & Children) {
  return (
    <InlinePlaceholder name="Term" props={{ id }}>
      {children}
    </InlinePlaceholder>
  )
}

/** `rest` is for Markdown footnotes: */
function Link({ href = '', children, ...rest }: ComponentProps<'a'>) {
  const leads = /^https?:/i.test(href) ? 'noopener noreferrer' : undefined
  return (
    <a href={href} rel={leads} {...rest}>
      {children}
    </a>
  )
}

function Picture({ src, alt = '', title }: { src?: string; alt?: string; title?: string }) {
  if (src && /^\/media\/[^/]+\.(mp4|webm)$/.test(src))
    return <video src={src} aria-label={alt} title={title} controls muted preload="metadata" playsInline />
  return <img src={src} alt={alt} title={title} loading="lazy" decoding="async" />
}

type Own = Exclude<MdxComponentName, 'br' | 'kbd'>

/** The server rendering of each allowed component, link and picture. */
export const mdxComponents = {
  TryDemo,
  PlanTable,
  Callout,
  Term,
  a: Link,
  img: Picture,
} satisfies Record<Own | 'a' | 'img', ComponentType<never>>
