import type {Site} from '../model/site.ts'
import type {Migration} from '../store/records.ts'
import type {World} from '../store/world.ts'
import type {Language} from '../text/language.ts'

/** One command of the command line. Add one: write a file, list it in commands.ts. */
export interface Command {
  readonly name: string // "plan import"
  /** One sentence, as the list of commands shows it. */
  readonly summary: string
  /** Operands as the help names them: "FILE", "[ID…]". */
  readonly operands: string
  /** Paragraphs of full sentences. */
  readonly details: readonly string[]
  readonly options: {readonly [name: string]: Option}
  readonly run: Bare | WithWorld
}

export interface Option {
  /** What stands for its value in the help: "DATE"; absent: it takes none. */
  readonly value?: string
  readonly help: string
  readonly required?: true
}

/** Runs without a data folder. */
export interface Bare {
  readonly needs: 'nothing'
  readonly do: (asked: Asked) => Promise<Answer>
}

/**
 * Runs on a data folder. records: looks and signs, beside a process that may be serving it. work: is
 * the one process that works on it.
 */
export interface WithWorld {
  readonly needs: 'records' | 'work'
  readonly do: (asked: InWorld) => Promise<Answer>
}

/** What a command gets that runs on a data folder. */
export interface InWorld extends Asked {
  readonly world: World
  /**
   * The same world with its sources within reach: where the site has a stand-in for them, that is
   * started at the first call, and ended with the command.
   * @throws Problem stand-in-failed
   */
  sources(): Promise<World>
}

/** What a person asked, parsed and checked. */
export interface Asked {
  readonly values: {readonly [option: string]: string | boolean | undefined}
  readonly operands: readonly string[]
  readonly settings: Settings
  readonly language: Language
  readonly json: boolean
  /** Whether a person watches: lines may then be rewritten. */
  readonly terminal: boolean
  /** Says something while the work goes on; not part of the answer. */
  say(text: string): void
  /** Rewrites the last line, where a person watches. */
  update(text: string): void
  /** Resolves when we are told to stop (SIGTERM, SIGINT). */
  readonly stopped: Promise<void>
}

/** What a command has found out: as text for people, and as a value for --json. */
export interface Answer {
  readonly text: string
  readonly value: unknown
  /** 1 where the answer is no; 0 if absent. */
  readonly status?: 0 | 1
}

/** Choices of the operator, every default filled in (Config of config.ts). */
export interface Settings {
  readonly site: string
  readonly data: string
  readonly port: number
  readonly host: string
}

/** What main.ts hands to the command line: everything outside it, so that tests can be outside too. */
export interface Surroundings {
  /** Fills the defaults in. @throws Error named ConfigMistake */
  settle(flags: {readonly [name: string]: string | undefined}): Settings
  openSite(folder: string, variables?: {readonly [name: string]: string}): Promise<Site>
  openWorld(settings: Settings, options: OpenOptions): Promise<World & {close(): Promise<void>}>
  /** Standard output and standard error. */
  out(text: string): void
  error(text: string): void
  readonly terminal: boolean
  readonly stopped: Promise<void>
}

export interface OpenOptions {
  readonly site: Site
  readonly migrations: readonly Migration[]
  readonly exclusive: boolean
  readonly log: boolean
}
