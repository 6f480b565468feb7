import * as kernelMarkup from '@/lib/kernel/markup'
import * as actionBody from '@/lib/server/bodies/server-action-body'
import * as address from '@/lib/server/http/address'
import { originForm } from '@/lib/server/http/address'
import * as document from '@/lib/server/documents/document'
import { hasFewParts, isFlatJson, readFields } from '@/lib/server/bodies/request-body'
import { fromOurPages } from '@/lib/server/http/same-origin'
import * as addresses from '@/lib/server/page-files/addresses'
import { timeOf } from '@/lib/server/page-files/times'
import { withOwnBody } from '@/lib/server/documents/page-shell'
import { withForm } from '@/lib/server/documents/to-document'
import { readPlainRequest } from '@/lib/server/wire/plain-request'
import { each, form } from './driver'

export const server: Record<string, (text: string) => unknown> = {
  'lib/server/bodies/request-body.ts isFlatJson': (text) => isFlatJson(Buffer.from(text)),
  'lib/server/bodies/request-body.ts hasFewParts': (text) =>
    hasFewParts(Buffer.from(text), `multipart/form-data; boundary=${text.slice(0, 70)}`),
  ...each('lib/server/http/address.ts', { originForm }, 'originForm'),
  ...each('lib/server/bodies/server-action-body.ts', actionBody, 'isCall'),
  ...each('lib/server/http/address.ts', address, 'readAddress', 'withoutBreaksBehind'),
  ...each('lib/server/documents/document.ts', document, 'chooseCoding'),
  'lib/server/documents/document.ts hasIt': (text) => document.hasIt(text, '"a"'),
  'lib/server/wire/plain-request.ts readPlainRequest': (text) =>
    readPlainRequest(
      `GET /${text} HTTP/1.1\r\nHost: ${text}\r\n${text}: ${text}\r\n${'Accept: a\r\n'.repeat(text.length / 100)}`,
      0,
    ),
  'lib/server/bodies/server-action-body.ts isPlainForm': (text) =>
    actionBody.isPlainForm(form('$ACTION_REF_1', text)),
  'lib/server/bodies/server-action-body.ts isScriptedForm': (text) =>
    actionBody.isScriptedForm(form('0', text)),
  'lib/server/bodies/request-body.ts readFields': (text) =>
    readFields('application/x-www-form-urlencoded', Buffer.from(`a=${text}&%=${text}`)),
  'lib/server/http/same-origin.ts fromOurPages': (text) =>
    fromOurPages({ origin: text, host: text }, undefined),
  ...each('lib/server/page-files/addresses.ts', addresses, 'hasFile', 'pageFolder'),
  'lib/server/page-files/times.ts timeOf': (text) => timeOf(text),
  'lib/server/documents/page-shell.ts withOwnBody': (text) =>
    withOwnBody('<title></title><body></body>', { title: text, body: kernelMarkup.escapeMarkup(text) }),
  'lib/server/documents/to-document.ts withForm': (text) =>
    withForm(
      new document.Document(404, `<main>${kernelMarkup.escapeMarkup(text)}</main>`),
      kernelMarkup.escapeMarkup(text),
    ),
}
