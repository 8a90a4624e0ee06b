import {frame, lost} from '../../../text/labels-frame.ts'
import {list} from '../../../text/labels-list.ts'
import {address} from '../address.ts'
import type {Page, Setting} from '../frame.tsx'
import {Icon} from '../part/icons.tsx'

/** What cannot be found, with a way on. */
export function lostPage(what: string | null, {voice}: Setting): Page {
  return {
    title: voice.say(lost.title),
    content: (
      <>
        <h1>{voice.say(lost.title)}</h1>
        <p>{what ?? voice.say(lost.missing)}</p>
        <h2>{voice.say(lost.on)}</h2>
        <form class="compare" action={address.datasets(voice.language)} method="get">
          <label>
            <span>{voice.say(lost.search)}</span>
            <input type="search" name="q" maxLength={200} />
          </label>
          <button type="submit">
            <Icon name="search" /> {voice.say(list.apply)}
          </button>
        </form>
        <ul>
          <li>
            <a href={address.home(voice.language)}>{voice.say(frame.promises)}</a>
          </li>
          <li>
            <a href={address.datasets(voice.language)}>{voice.say(frame.datasets)}</a>
          </li>
          <li>
            <a href={address.plan(voice.language)}>{voice.say(frame.plan)}</a>
          </li>
        </ul>
      </>
    ),
  }
}

/** What failed on our side: nothing of it is told to the reader but that it is logged. */
export function failedPage(what: string | null, {voice}: Setting): Page {
  return {
    title: voice.say(lost.failed),
    content: (
      <>
        <h1>{voice.say(lost.failed)}</h1>
        <p>{what ?? voice.say(lost.sorry)}</p>
        <p>
          <a href={address.home(voice.language)}>{voice.say(frame.promises)}</a>
        </p>
      </>
    ),
  }
}
