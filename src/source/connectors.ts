import type {Connector} from './connector.ts'
import {folder} from './folder.ts'
import {http} from './http.ts'
import {sql} from './sql.ts'

/** Every kind of source that we can read. */
export const connectors: readonly Connector[] = [http, folder, sql]
