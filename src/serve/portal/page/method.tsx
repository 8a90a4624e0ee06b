import {kindLabel} from '../../../score/words.ts'
import {
  kindMeanings,
  markMeanings,
  methodRules,
  method as words,
} from '../../../text/labels-pages.ts'
import type {Page, Setting} from '../frame.tsx'
import {Mark, markNames} from '../part/marks.tsx'
import {markWords} from '../part/verdict.tsx'

const kinds = ['observed', 'claimed', 'simulated'] as const

/** What the marks and kinds of evidence mean, and the rules behind them. */
export function methodPage({voice}: Setting): Page {
  return {
    title: voice.say(words.title),
    section: 'method',
    content: (
      <>
        <h1>{voice.say(words.title)}</h1>
        <p class="lead">{voice.say(words.lead)}</p>
        <h2>{voice.say(words.states)}</h2>
        <dl class="facts meanings">
          {markNames.map(mark => (
            <div key={mark}>
              <dt>
                <Mark name={mark} /> {markWords(mark, voice)}
              </dt>
              <dd>{voice.say(markMeanings[mark])}</dd>
            </div>
          ))}
        </dl>
        <h2>{voice.say(words.kinds)}</h2>
        <dl class="facts meanings">
          {kinds.map(kind => (
            <div key={kind}>
              <dt>{voice.say(kindLabel(kind))}</dt>
              <dd>{voice.say(kindMeanings[kind])}</dd>
            </div>
          ))}
        </dl>
        <h2>{voice.say(words.rules)}</h2>
        <ul>
          {methodRules.map(rule => (
            <li key={rule.en}>{voice.say(rule)}</li>
          ))}
        </ul>
      </>
    ),
  }
}
