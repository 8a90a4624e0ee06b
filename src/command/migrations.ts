import {catalogMigrations} from '../catalog/tables.ts'
import {evidenceMigrations} from '../evidence/tables.ts'
import {planMigrations} from '../plan/tables.ts'
import {scheduleMigrations} from '../schedule/jobs.ts'
import {sourceMigrations} from '../source/source.ts'
import type {Migration} from '../store/records.ts'

/** The tables of every room, in the order in which they are made. */
export const migrations: readonly Migration[] = [
  ...planMigrations,
  ...evidenceMigrations,
  ...sourceMigrations,
  ...catalogMigrations,
  ...scheduleMigrations,
]
