import type { Demo } from '~/domain/demo/format/schema'
import { demoSchema } from '~/domain/demo/format/schema'
import type { BlockKind } from '~/domain/demo/format/schema-blocks'
import { demoJson } from './demo-json'
import type { Sample } from './sample'

/** The smallest demo that shows the sample: one screen with the one block, that stays as long as one likes. */
export function sampleDemo(kind: BlockKind, sample: Sample): Demo {
  return demoSchema.parse(demoJson(kind, sample))
}

/** The demo in which there is nothing to show yet. */
export function emptyDemo(demo: Demo, sample: Sample): Demo {
  return { ...demo, world: { ...demo.world, ...sample.empty } }
}
