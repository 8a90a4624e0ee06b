import type {Dataset} from '../../../model/dataset.ts'
import {frame, languageNames} from '../../../text/labels-frame.ts'
import {inLanguage, type Origin, type Text} from '../../../text/language.ts'
import {langTag, type Voice} from '../voice.ts'

/**
 * A site's text in the reader's language; where it is lacking, in another and saying so by `lang`.
 * @param origin who wrote this translation, where that is known: what is not official is marked
 */
export function Say({
  text,
  voice,
  origin,
}: {
  text: Text
  voice: Voice
  origin?: Origin | undefined
}) {
  const {value, language} = inLanguage(text, voice.language)
  const words = language === voice.language ? value : <span lang={langTag[language]}>{value}</span>
  if (language !== voice.language || !origin || origin === 'official') return <>{words}</>
  return (
    <>
      {words}
      <OriginMark origin={origin} voice={voice} />
    </>
  )
}

/** Says of a translation that it is not the publisher's own. */
export function OriginMark({origin, voice}: {origin: Origin; voice: Voice}) {
  if (origin === 'official') return null
  return (
    <small
      class="origin"
      title={voice.say(origin === 'ours' ? frame.oursMeans : frame.machineMeans)}
    >
      {voice.say(origin === 'ours' ? frame.ours : frame.machine)}
    </small>
  )
}

/** Who wrote a part of a dataset's text in the reader's language, as its site file says. */
export function originOf(dataset: Dataset, part: string, voice: Voice): Origin | undefined {
  return dataset.origin[part]?.[voice.language]
}

/** Text whose language is known and is not the page's: a plan's own words, a source's heading. */
export function Quoted({
  children,
  language,
}: {
  children: string
  language: 'zh-Hant' | 'zh-Hans' | 'en'
}) {
  return <span lang={langTag[language]}>{children}</span>
}

/** The name of a language in itself. */
export function languageName(language: keyof typeof languageNames): string {
  return languageNames[language]
}

/** A moment, to the minute, on the site's clock. */
export function Moment({at, voice}: {at: string; voice: Voice}) {
  return <time dateTime={at}>{voice.moment(at)}</time>
}

/** A calendar day. */
export function Day({on, voice}: {on: string; voice: Voice}) {
  return <time dateTime={on}>{voice.date(on)}</time>
}

/** The word for rows of our own making, with its meaning. */
export function SampleMark({voice}: {voice: Voice}) {
  return (
    <strong class="tag tag-sample" title={voice.say(frame.sampleMeans)}>
      {voice.say(frame.sample)}
    </strong>
  )
}

/** The word for what rests on a stand-in. */
export function SimulatedMark({voice}: {voice: Voice}) {
  return <strong class="tag tag-simulated">{voice.say(frame.simulated)}</strong>
}
