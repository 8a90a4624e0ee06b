import {dataset as words} from '../../../text/labels-dataset.ts'
import {frame} from '../../../text/labels-frame.ts'
import {cadences} from '../../../text/labels-list.ts'
import {address} from '../address.ts'
import type {Page, Setting} from '../frame.tsx'
import {cadenceKeyOf} from '../page/filter.ts'
import {OriginMark, originOf, SampleMark, Say} from '../part/text.tsx'
import {VerdictMark} from '../part/verdict.tsx'
import {PictureFigure} from '../picture/figure.tsx'
import {pictureOf} from '../picture/picture.ts'
import type {Voice} from '../voice.ts'
import type {DatasetData} from './data.ts'
import {Dictionary} from './dictionary.tsx'
import {Downloads, Footnotes, Versions} from './downloads.tsx'
import {PreviewSection} from './preview.tsx'
import {PromiseSection} from './promise.tsx'
import {Provenance} from './provenance.tsx'

/** Everything we hold of one dataset: the answer first, then the promise, then the material. */
export function datasetPage(data: DatasetData, setting: Setting): Page {
  const {voice} = setting
  const {dataset, latest, versions} = data
  return {
    title: voice.plain(dataset.shortTitle),
    section: 'datasets',
    path: [{title: voice.say(frame.datasets), href: address.datasets(voice.language)}],
    simulated: data.score?.verdicts.some(({evidenceKind}) => evidenceKind === 'simulated') ?? false,
    content: (
      <>
        <Head data={data} setting={setting} />
        <Notice data={data} voice={voice} />
        <Contents voice={voice} published={latest !== null} />
        {latest ? (
          <Section id="picture" title={voice.say(words.picture)}>
            <Picture data={data} setting={setting} />
          </Section>
        ) : (
          <p class="notice">{voice.say(words.nothingYet)}</p>
        )}
        <Section id="promise" title={voice.say(words.promise)}>
          <PromiseSection data={data} setting={setting} />
        </Section>
        {latest && (
          <>
            <Section id="preview" title={voice.say(words.preview)}>
              <PreviewSection
                dataset={dataset}
                latest={latest}
                preview={data.preview}
                voice={voice}
              />
              <Footnotes latest={latest} voice={voice} />
            </Section>
            <Section id="downloads" title={voice.say(words.downloads)}>
              <Downloads latest={latest} voice={voice} />
            </Section>
          </>
        )}
        <Section id="dictionary" title={voice.say(words.dictionary)}>
          <Dictionary dataset={dataset} site={setting.site} voice={voice} />
        </Section>
        {versions.length > 0 && (
          <Section id="versions" title={voice.say(words.versions)}>
            <Versions dataset={dataset} versions={versions} voice={voice} />
          </Section>
        )}
        <Section id="provenance" title={voice.say(words.provenance)}>
          <Provenance data={data} site={setting.site} voice={voice} />
        </Section>
      </>
    ),
  }
}

function Section({
  id,
  title,
  children,
}: {
  id: string
  title: string
  children: preact.ComponentChildren
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Head({data, setting}: {data: DatasetData; setting: Setting}) {
  const {site, voice} = setting
  const {dataset, score, latest} = data
  const publisher = site.publishers.find(({id}) => id === dataset.publisher)
  const origin = originOf(dataset, 'title', voice)
  const described = originOf(dataset, 'description', voice)
  return (
    <header class="head">
      <h1>
        <Say text={dataset.title} voice={voice} />
        {origin && <OriginMark origin={origin} voice={voice} />}
      </h1>
      <p class="soft">
        <a href={address.plan(voice.language, dataset.commitment)}>{dataset.commitment}</a>
        {publisher && (
          <>
            {' · '}
            <a href={address.publisher(voice.language, publisher.id)}>
              <Say text={publisher.name} voice={voice} />
            </a>
          </>
        )}
        {score && ` · ${voice.say(cadences[cadenceKeyOf(score.commitment.cadence)])}`}
      </p>
      <p class="head-verdict">
        {score?.current && <VerdictMark verdict={score.current} voice={voice} />}{' '}
        {latest?.sample && <SampleMark voice={voice} />}
      </p>
      <p>
        <Say text={dataset.description} voice={voice} origin={described} />
      </p>
      {latest?.sample && <p class="notice notice-sample">{voice.say(frame.sampleMeans)}</p>}
    </header>
  )
}

/** Newer content that is not shown is said to exist, never shown. */
function Notice({data: {dataset, outcome}, voice}: {data: DatasetData; voice: Voice}) {
  if (!outcome || outcome.kind === 'published' || outcome.kind === 'unchanged') return null
  const wording = {
    held: words.heldNotice,
    rejected: words.rejectedNotice,
    failed: words.failedNotice,
  }[outcome.kind]
  return (
    <p class="notice">
      {voice.say(wording)}{' '}
      <a href={`${address.held(voice.language)}#${encodeURIComponent(dataset.id)}`}>
        {voice.say(words.why)}
      </a>
    </p>
  )
}

function Contents({voice, published}: {voice: Voice; published: boolean}) {
  const ids = published
    ? ([
        'picture',
        'promise',
        'preview',
        'downloads',
        'dictionary',
        'versions',
        'provenance',
      ] as const)
    : (['promise', 'dictionary', 'provenance'] as const)
  return (
    <nav class="contents" aria-label={voice.say(words.contents)}>
      <ul>
        {ids.map(id => (
          <li key={id}>
            <a href={`#${id}`}>{voice.say(words[id])}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Picture({data, setting}: {data: DatasetData; setting: Setting}) {
  const {dataset, latest, releases} = data
  if (!latest) return null
  const {site, voice} = setting
  const picture = pictureOf({dataset, latest, releases, codeLists: site.codeLists, voice})
  const publisher = site.publishers.find(({id}) => id === dataset.publisher)
  return (
    <PictureFigure
      picture={picture}
      dataset={dataset}
      latest={latest}
      publisher={publisher}
      voice={voice}
    />
  )
}
