import type {Dataset} from '../../../model/dataset.ts'
import type {Publisher} from '../../../model/site.ts'
import type {Version} from '../../../model/version.ts'
import {picture as words} from '../../../text/labels-picture.ts'
import {SampleMark, Say, SimulatedMark} from '../part/text.tsx'
import type {Voice} from '../voice.ts'
import {BarTable, BulletTable, ShareBars} from './draw-bars.tsx'
import {CardList, FigureStrip, GridTable} from './draw-table.tsx'
import {StackChart, TimeChart, TimelineChart} from './draw-time.tsx'
import type {Drawing, Picture} from './drawing.ts'

interface FigureParts {
  readonly picture: Picture
  readonly dataset: Dataset
  readonly latest: Version
  readonly publisher: Publisher | undefined
  readonly voice: Voice
}

/**
 * A picture in its frame. Title, "as at", source, version and whether it is a sample stand inside
 * the frame, so that they travel with every copy of it.
 */
export function PictureFigure({picture, dataset, latest, publisher, voice}: FigureParts) {
  return (
    <>
      <p class="reading">{picture.reading}</p>
      <figure class="picture">
        <header>
          <strong>
            <Say text={dataset.shortTitle} voice={voice} />
          </strong>{' '}
          {latest.sample && <SampleMark voice={voice} />}{' '}
          {latest.simulated && <SimulatedMark voice={voice} />}
        </header>
        {picture.drawings.map((drawing, index) => (
          // Drawings have no identity but their place.
          <Draw key={index} drawing={drawing} reading={picture.reading} voice={voice} />
        ))}
        {picture.notes.length > 0 && (
          <ul class="plain picture-notes">
            {picture.notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <figcaption class="soft">
          {[
            latest.period === null
              ? voice.say(words.asAt, {period: voice.moment(latest.issued)})
              : voice.say(words.covers, {period: voice.period(latest.period)}),
            ...(publisher
              ? [voice.say(words.source, {publisher: voice.plain(publisher.name)})]
              : []),
            voice.say(words.version, {version: latest.version}),
          ].join(' · ')}
        </figcaption>
      </figure>
    </>
  )
}

function Draw({drawing, reading, voice}: {drawing: Drawing; reading: string; voice: Voice}) {
  switch (drawing.shape) {
    case 'strip':
      return <FigureStrip strip={drawing} />
    case 'bars':
      return <BarTable bars={drawing} voice={voice} />
    case 'bullets':
      return <BulletTable bullets={drawing} />
    case 'shares':
      return <ShareBars shares={drawing} />
    case 'time':
      return <TimeChart time={drawing} voice={voice} words={reading} />
    case 'stack':
      return <StackChart stack={drawing} voice={voice} words={reading} />
    case 'grid':
      return <GridTable grid={drawing} voice={voice} />
    case 'timeline':
      return <TimelineChart timeline={drawing} voice={voice} words={reading} />
    case 'cards':
      return <CardList cards={drawing} />
  }
}
