import { paths } from '~/paths'
import type { DemoCard, DemoDetail } from './demo-card'

/** A demo as schema.org describes it: something to learn from, in so many minutes, for nothing. */
export function demoData({ title, summary, minutes, tasks }: DemoDetail, siteName: string) {
  return {
    '@type': 'LearningResource',
    name: title,
    description: summary,
    learningResourceType: 'Interactive demo',
    interactivityType: 'active',
    timeRequired: `PT${minutes}M`,
    isAccessibleForFree: true,
    teaches: tasks.map((task) => task.title),
    provider: { '@type': 'Organization', name: siteName },
  }
}

/** The catalogue as schema.org describes it: a list of addresses. */
export function catalogueData(demos: readonly DemoCard[], origin: string) {
  return {
    '@type': 'ItemList',
    itemListElement: demos.map(({ slug, title }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      url: origin + paths.demo(slug),
    })),
  }
}
