import type { Input } from 'mediabunny'
import { PICTURE_SIDE, VIDEO_SECONDS } from '~/domain/content/medium'
import { isDomainError } from '~/domain/errors'
import type { Intake } from '~/platform/media/intake'
import { uploadRefusal } from './upload-refusal'

const PICTURES = ['avc', 'vp8', 'vp9', 'av1']
const SOUNDS = ['aac', 'mp3', 'opus', 'vorbis']

/**
 * Writes the packets of a video into a new file: what a camera noted of place and time is left behind.
 * @throws DomainError `invalid-input`
 */
export async function readVideo(bytes: Uint8Array, type: 'mp4' | 'webm'): Promise<Intake> {
  try {
    const { BufferSource, Input, MP4, WEBM } = await import('mediabunny')
    const input = new Input({ source: new BufferSource(bytes), formats: type === 'mp4' ? [MP4] : [WEBM] })
    const { width, height } = await pictureSize(input)
    const seconds = await input.computeDuration()
    if (!(seconds <= VIDEO_SECONDS)) throw uploadRefusal('too-long')
    const file = { bytes: await writeAnew(input, type), width }
    return {
      ...{ kind: 'video', ending: type, contentType: `video/${type}`, width, height, seconds },
      ...{ removed: [], files: [file] },
    }
  } catch (error) {
    throw isDomainError(error) ? error : uploadRefusal('unreadable')
  }
}

async function pictureSize(input: Input): Promise<{ width: number; height: number }> {
  const track = await input.getPrimaryVideoTrack()
  const sounds = await input.getAudioTracks()
  if (!track) throw uploadRefusal('codec')
  const codecs = await Promise.all(sounds.map((sound) => sound.getCodec()))
  const isPlayed = PICTURES.includes((await track.getCodec()) ?? '')
  if (!isPlayed || codecs.some((codec) => !SOUNDS.includes(codec ?? ''))) throw uploadRefusal('codec')
  const width = await track.getDisplayWidth()
  const height = await track.getDisplayHeight()
  if (!(width > 0 && height > 0 && Math.max(width, height) <= PICTURE_SIDE))
    throw uploadRefusal('too-many-pixels')
  return { width, height }
}

async function writeAnew(input: Input, type: 'mp4' | 'webm'): Promise<Uint8Array> {
  const { BufferTarget, Conversion, Mp4OutputFormat, Output, WebMOutputFormat } = await import('mediabunny')
  const target = new BufferTarget()
  const format = type === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat()
  const output = new Output({ format, target })
  const conversion = await Conversion.init({ input, output, tags: {}, showWarnings: false })
  if (!conversion.isValid) throw uploadRefusal('codec')
  await conversion.execute()
  if (!target.buffer) throw uploadRefusal('unreadable')
  return new Uint8Array(target.buffer)
}
