import type { Demo } from '~/domain/demo/format/schema'
import { demoSchema } from '~/domain/demo/format/schema'
import type { BlockKind } from '~/domain/demo/format/schema-blocks'
import { demoJson } from './demo-json'
import type { Sample } from './sample'

/** The smallest demo that shows the sample: one state with one screen and one block. */
export function sampleDemo(kind: BlockKind, sample: Sample): Demo {
  return demoSchema.parse(demoJson(kind, sample))
}

/** The same demo without data. */
export function emptyDemo(demo: Demo, sample: Sample): Demo {
  return { ...demo, world: { ...demo.world, ...sample.empty } }
}
