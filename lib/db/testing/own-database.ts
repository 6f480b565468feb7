import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect, disconnect } from '@/lib/db/client'
import { setRuntime } from '@/lib/kernel/env'

const templateUrl = inject('templateUrl')
const name = `test_${randomBytes(6).toString('hex')}`

const admin = async (sql: string) => {
  const url = new URL(templateUrl)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

beforeAll(async () => {
  const template = new URL(templateUrl).pathname.slice(1)
  await admin(`create database ${name} template ${template}`)
  const own = new URL(templateUrl)
  own.pathname = `/${name}`
  process.env.DATABASE_URL = own.href
  setRuntime({ secret: 'a secret that only tests know, 32+', siteUrl: 'http://localhost:3000' })
  connect(own.href)
})

afterAll(async () => {
  await disconnect()
  await admin(`drop database if exists ${name} with (force)`)
})
