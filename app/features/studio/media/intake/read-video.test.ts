import { expect, test } from 'vitest'
import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Input,
  BufferSource,
  ALL_FORMATS,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny'
import { contentType } from './content-type'
import { readVideo } from './read-video.server'

/** A file with one packet a second, of a picture that no decoder would like. */
async function videoOf(
  type: 'mp4' | 'webm',
  { seconds = 3, codec = 'vp9' }: { seconds?: number; codec?: 'vp9' | 'hevc' } = {},
) {
  const target = new BufferTarget()
  const output = new Output({
    target,
    format: type === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(),
  })
  const source = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(source)
  output.setMetadataTags({ title: 'Ann at home', comment: 'secret +40.4-3.7' })
  await output.start()
  const decoderConfig = {
    ...{ codec: codec === 'vp9' ? 'vp09.00.10.08' : 'hvc1.1.6.L93.B0', codedWidth: 320, codedHeight: 180 },
    ...(codec === 'hevc' && { description: new Uint8Array(64) }),
  }
  for (let at = 0; at < seconds; at += 1)
    await source.add(new EncodedPacket(new Uint8Array([130, 73, 131, 66]), 'key', at, 1), { decoderConfig })
  await output.finalize()
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0))
}

test.each(['mp4', 'webm'] as const)(
  'a video in %s is written as a new file without what a camera noted',
  async (type) => {
    const bytes = await videoOf(type)
    expect(contentType(bytes)).toBe(type)
    expect(Buffer.from(bytes).includes('secret')).toBe(true)
    const { files, ...rest } = await readVideo(bytes, type)
    expect(rest).toMatchObject({
      kind: 'video',
      ending: type,
      contentType: `video/${type}`,
      width: 320,
      height: 180,
    })
    // WebM does not store how long its last picture is shown.
    expect(rest.seconds).toBe(type === 'mp4' ? 3 : 2)
    const made = Buffer.from(files[0]?.bytes ?? '')
    expect(made.includes('secret') || made.includes('Ann')).toBe(false)
    const again = new Input({ source: new BufferSource(made), formats: ALL_FORMATS })
    expect(await again.computeDuration()).toBe(rest.seconds)
  },
)

test('a long video, a codec that few browsers play and a cut file are refused', async () => {
  const refusal = async (bytes: Uint8Array) =>
    readVideo(bytes, 'mp4').then(
      () => null,
      (error: { details: { problem: string } }) => error.details.problem,
    )
  expect(await refusal(await videoOf('mp4', { seconds: 91 }))).toBe('too-long')
  expect(await refusal(await videoOf('mp4', { codec: 'hevc' }))).toBe('codec')
  const whole = await videoOf('mp4')
  expect(await refusal(whole.subarray(0, whole.length - 100))).toMatch(/unreadable|codec/)
})
