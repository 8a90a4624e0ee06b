import type {Site} from '../../../model/site.ts'
import {dataset as words} from '../../../text/labels-dataset.ts'
import {frame} from '../../../text/labels-frame.ts'
import {outsideLink} from '../address.ts'
import {FindingList} from '../part/findings.tsx'
import {Moment, Say} from '../part/text.tsx'
import type {Voice} from '../voice.ts'
import type {DatasetData} from './data.ts'

/** Where the newest version's bytes came from, when we last looked, and what validation found. */
export function Provenance({data, site, voice}: {data: DatasetData; site: Site; voice: Voice}) {
  const {dataset, latest, check, report} = data
  const contact = site.contactPoints.find(({id}) => id === dataset.contactPoint)
  return (
    <>
      {!dataset.source && <p>{voice.say(words.noSource)}</p>}
      <dl class="facts">
        {latest && <SnapshotFacts latest={latest} voice={voice} />}
        {check && (
          <div>
            <dt>{voice.say(words.lastCheck)}</dt>
            <dd>
              <Moment at={check.at} voice={voice} />
              {voice.say(frame.colon)}
              {voice.say(words[check.outcome])}
            </dd>
          </div>
        )}
        {contact && (
          <div>
            <dt>{voice.say(words.contact)}</dt>
            <dd>
              <Say text={contact.name} voice={voice} />
              {contact.email && (
                <>
                  {' '}
                  <a href={`mailto:${encodeURIComponent(contact.email).replace('%40', '@')}`}>
                    {contact.email}
                  </a>
                </>
              )}
            </dd>
          </div>
        )}
      </dl>
      {report && (
        <>
          <h3>{voice.say(words.validated)}</h3>
          <FindingList report={report} voice={voice} />
        </>
      )}
    </>
  )
}

function SnapshotFacts({
  latest,
  voice,
}: {
  latest: NonNullable<DatasetData['latest']>
  voice: Voice
}) {
  const {snapshot} = latest
  return (
    <>
      <div>
        <dt>{voice.say(words.source)}</dt>
        <dd>
          <SourceAddress url={snapshot.url} />
        </dd>
      </div>
      <div>
        <dt>{voice.say(words.taken)}</dt>
        <dd>
          <Moment at={snapshot.takenAt} voice={voice} />
        </dd>
      </div>
      {snapshot.claimedAt && (
        <div>
          <dt>{voice.say(words.claimed)}</dt>
          <dd>
            <Moment at={snapshot.claimedAt} voice={voice} />
          </dd>
        </div>
      )}
      <div>
        <dt>{voice.say(words.snapshot)}</dt>
        <dd>
          {snapshot.parts.map(({key, checksum}) => (
            <code key={key} class="hash">
              {checksum}
            </code>
          ))}
        </dd>
      </div>
    </>
  )
}

/** An address of the source: a link where it leads to the web, never with credentials in it. */
export function SourceAddress({url}: {url: string}) {
  const shown = withoutCredentials(url)
  const link = outsideLink(shown)
  if (!link) return <code>{shown}</code>
  return (
    <a href={link} rel="noreferrer">
      <code>{shown}</code>
    </a>
  )
}

/** Snapshots are kept without credentials; a page shows none even if one should slip in. */
export function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i, '$1')
}
