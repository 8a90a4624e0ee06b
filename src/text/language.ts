/**
 * Languages as BCP 47 tags. Those a site speaks are its own data; these are the ones that our own
 * words exist in, so that a missing translation of ours does not compile.
 */
export const languages = ['zh-Hant', 'zh-Hans', 'en'] as const
export type Language = (typeof languages)[number]

/** Something a reader sees, in the languages of the site. What a site lacks falls back visibly. */
export type Text = {readonly [language in Language]?: string}

/** Our own words: one string a language, all of them. `{name}` is filled from the facts. */
export type Wording = {readonly [language in Language]: string}

/** Who wrote a translation: the publisher, we, or a machine. Shown beside what is not official. */
export type Origin = 'official' | 'ours' | 'machine'

/** Values for the `{names}` of a wording. */
export type Facts = {readonly [name: string]: string | number | boolean | null}

/**
 * The text in this language, else in the first other language that has it.
 * @returns the string, and the language it is really in (so that `lang=` can say so)
 */
export function inLanguage(text: Text, language: Language): {value: string; language: Language} {
  const found = [language, ...languages].find(candidate => text[candidate])
  return found ? {value: text[found]!, language: found} : {value: '', language}
}

/** Fills the `{names}` of a wording; a name without a fact stays as it stands, so that it shows. */
export function fill(wording: string, facts: Facts = {}): string {
  return wording.replace(/\{(\w+)\}/g, (whole, name: string) =>
    facts[name] === undefined ? whole : String(facts[name]),
  )
}
