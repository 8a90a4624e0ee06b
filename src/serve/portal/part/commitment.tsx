import type {Commitment, Provenance} from '../../../model/plan.ts'
import type {Site} from '../../../model/site.ts'
import {provenanceText} from '../../../plan/words.ts'
import {frame} from '../../../text/labels-frame.ts'
import {cadences} from '../../../text/labels-list.ts'
import {
  anchorsStated,
  commitmentFields,
  coversWords,
  provenanceWords,
} from '../../../text/labels-plan.ts'
import {cadenceKeyOf} from '../page/filter.ts'
import type {Voice} from '../voice.ts'

interface CommitmentParts {
  readonly commitment: Commitment
  readonly site: Site
  readonly voice: Voice
}

/** Every field of a commitment with where it comes from: stated, inferred by a rule, or assigned by us. */
export function ProvenanceList(parts: CommitmentParts) {
  const {voice} = parts
  return (
    <dl class="facts">
      {fieldsOf(parts).map(({name, value, foreign, provenance}) => (
        <div key={name}>
          <dt>{voice.say(commitmentFields[name])}</dt>
          <dd>
            <span lang={foreign ? 'zh-Hant-HK' : undefined}>{value}</span>{' '}
            {provenance && <ProvenanceMark provenance={provenance} voice={voice} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface FieldLine {
  readonly name: keyof typeof commitmentFields
  readonly value: string
  /** In the plan's own words, whatever the page's language. */
  readonly foreign?: boolean
  readonly provenance: Provenance | undefined
}

function fieldsOf({commitment, site, voice}: CommitmentParts): FieldLine[] {
  const {cadence, formats, covers, provenance} = commitment
  const publisher = site.publishers.find(({id}) => id === commitment.publisher)
  const comma = voice.say(frame.comma)
  const lines: FieldLine[] = [
    {name: 'title', value: commitment.title, foreign: true, provenance: provenance.title},
    {
      name: 'publisher',
      value: publisher ? voice.plain(publisher.name) : commitment.publisher,
      provenance: provenance.publisher,
    },
    {name: 'target', value: voice.month(commitment.target), provenance: provenance.target},
    {
      name: 'cadence',
      value: voice.say(cadences[cadenceKeyOf(cadence)]),
      provenance: provenance.cadence,
    },
  ]
  if (cadence.kind === 'periodic' && cadence.period !== 'P1M') {
    const months = cadence.anchors.map(month => voice.say(anchorsStated[month - 1]!)).join(comma)
    lines.push({name: 'anchors', value: months, provenance: provenance.anchors})
  }
  lines.push({name: 'formats', value: formats.join(comma), provenance: provenance.formats})
  if (covers) {
    lines.push({
      name: 'covers',
      value: voice.say(coversWords[covers]),
      provenance: provenance.covers,
    })
  }
  return lines
}

/** How a field is known: what the plan does not state is never shown as if it did. */
export function ProvenanceMark({provenance, voice}: {provenance: Provenance; voice: Voice}) {
  const words = voice.say(provenanceWords[provenance.kind])
  return (
    <small class={`by by-${provenance.kind}`}>
      {provenance.kind === 'stated'
        ? words
        : `${words}${voice.say(frame.colon)}${voice.say(provenanceText(provenance))}`}
    </small>
  )
}
