import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { setRuntime } from '@/lib/kernel/env'
import { connectPatiently } from './connect-patiently'
import { askServer, databaseAt } from './empty-database'

const name = `test_${randomBytes(6).toString('hex')}`

beforeAll(async () => {
  const template = new URL(inject('templateUrl')).pathname.slice(1)
  await askServer(`create database ${name} template ${template}`)
  process.env.DATABASE_URL = databaseAt(name)
  setRuntime({ secret: 'a secret that only tests know, 32+', siteUrl: 'http://localhost:3000' })
  connectPatiently(databaseAt(name))
})

afterAll(async () => {
  await disconnect()
  await askServer(`drop database if exists ${name} with (force)`)
})
