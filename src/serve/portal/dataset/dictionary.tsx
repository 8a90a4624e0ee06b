import type {Dataset} from '../../../model/dataset.ts'
import type {Site} from '../../../model/site.ts'
import type {Field} from '../../../model/table-schema.ts'
import {fieldTypes, dataset as words} from '../../../text/labels-dataset.ts'
import {frame} from '../../../text/labels-frame.ts'
import {OriginMark, Say} from '../part/text.tsx'
import type {Voice} from '../voice.ts'

/** What every column is and means. */
export function Dictionary({dataset, site, voice}: {dataset: Dataset; site: Site; voice: Voice}) {
  const origin = dataset.origin.fields?.[voice.language]
  return (
    <>
      {origin && origin !== 'official' && (
        <p class="soft">
          <OriginMark origin={origin} voice={voice} />
        </p>
      )}
      <div class="scroll">
        <table class="data dictionary">
          <thead>
            <tr>
              <th scope="col">{voice.say(words.field)}</th>
              <th scope="col">{voice.say(words.meaning)}</th>
              <th scope="col">{voice.say(words.type)}</th>
              <th scope="col">{voice.say(words.unit)}</th>
              <th scope="col">{voice.say(words.rules)}</th>
            </tr>
          </thead>
          <tbody>
            {dataset.tableSchema.fields.map(field => (
              <FieldRow
                key={field.name}
                field={field}
                dataset={dataset}
                site={site}
                voice={voice}
              />
            ))}
          </tbody>
        </table>
      </div>
      <PromisedColumns dataset={dataset} voice={voice} />
    </>
  )
}

interface FieldParts {
  readonly field: Field
  readonly dataset: Dataset
  readonly site: Site
  readonly voice: Voice
}

function FieldRow({field, dataset, site, voice}: FieldParts) {
  return (
    <tr>
      <th scope="row">
        <code>{field.name}</code>
      </th>
      <td>
        <b>
          <Say text={field.title} voice={voice} />
        </b>
        {field.description && (
          <>
            <br />
            <Say text={field.description} voice={voice} />
          </>
        )}
      </td>
      <td>{voice.say(fieldTypes[field.type])}</td>
      <td>
        <Unit field={field} voice={voice} />
      </td>
      <td>
        <ul class="plain">
          {rulesOf(field, dataset, site, voice).map(rule => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

function Unit({field, voice}: {field: Field; voice: Voice}) {
  if (!field.unit) {
    const quantity = field.role === 'amount'
    return quantity ? <span class="soft">{voice.say(words.unitUnknown)}</span> : null
  }
  const provenance = field.unitProvenance
  return (
    <>
      <Say text={field.unit} voice={voice} />
      {provenance && provenance !== 'stated' && (
        <small class={`by by-${provenance}`}>
          {voice.say(provenance === 'inferred' ? words.unitInferred : words.unitAssigned)}
        </small>
      )}
    </>
  )
}

function rulesOf(field: Field, dataset: Dataset, site: Site, voice: Voice): string[] {
  const {constraints = {}} = field
  const rules: string[] = []
  if (dataset.tableSchema.primaryKey?.includes(field.name)) rules.push(voice.say(words.key))
  if (constraints.required) rules.push(voice.say(words.required))
  if (constraints.unique) rules.push(voice.say(words.unique))
  for (const name of ['minimum', 'maximum', 'minLength', 'maxLength', 'pattern'] as const) {
    const value = constraints[name]
    if (value !== undefined) rules.push(voice.say(words[name], {value}))
  }
  if (constraints.enum) {
    rules.push(voice.say(words.oneOf, {value: constraints.enum.join(voice.say(frame.comma))}))
  }
  const codes = site.codeLists.find(({id}) => id === field.codes)
  if (codes) rules.push(voice.say(words.codes, {title: voice.plain(codes.title)}))
  if (field.measure?.additivity === 'never') rules.push(voice.say(words.neverSummed))
  if (field.personal) {
    const wording = field.personal.published === 'omit' ? words.omitted : words.personal
    rules.push(voice.say(wording, {retention: field.personal.retention}))
  }
  return rules
}

/** Columns that the remarks name, and the fields that answer them, or that none does. */
function PromisedColumns({dataset, voice}: {dataset: Dataset; voice: Voice}) {
  if (!dataset.promised || dataset.promised.length === 0) return null
  return (
    <>
      <h3>{voice.say(words.promisedColumns)}</h3>
      <ul>
        {dataset.promised.map(({text, fields}) => (
          <li key={text}>
            <span lang="zh-Hant-HK">{text}</span>
            {voice.say(frame.colon)}
            {fields.length === 0 ? (
              <strong class="v-late">{voice.say(words.columnMissing)}</strong>
            ) : (
              fields.map(field => (
                <code key={field} class="listed">
                  {field}
                </code>
              ))
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
