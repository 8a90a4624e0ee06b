import type {Static, TSchema} from '@sinclair/typebox'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type {Reader} from '../../store/world.ts'

/** Fastify with the types of TypeBox 0.34: a schema given to a route types its handler. */
interface TypeBoxTypes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown
  readonly serializer: this['schema'] extends TSchema ? Static<this['schema']> : unknown
}

/** The app as routes of the API see it. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypes
>

/** Whether everything a reader may ask for is there: the plan imported, every source looked at once. */
export interface ServeState {
  ready(): boolean
}

/** Registers the routes of one subject. */
export type Routes = (app: Api, reader: Reader, state: ServeState) => void
