import type { Context } from 'hono';
import {
  AuditEntry,
  AuditErased,
  AuditExportQuery,
  AuditMarked,
  AuditQuery,
  MarkAudit,
} from '../../shared/audit/contract.ts';
import { pageOf } from '../../shared/core/paging.ts';
import { accept, describe } from '../core/http/accept.ts';
import { type AppEnv, createRouter } from '../core/http/router.ts';
import { eraseAudit } from './erase-audit.ts';
import { type Export, exportAudit } from './export-audit.ts';
import { listAudit } from './list-audit.ts';
import { markAudit } from './mark-audit.ts';

const OfOrganisation = AuditQuery.omit({ organisation: true });
const ExportOfOrganisation = AuditExportQuery.omit({ organisation: true });
const page = { answer: pageOf(AuditEntry) };

/** The audit, below `/api`. */
export function auditRoutes() {
  return createRouter()
    .get(
      '/audit',
      describe({ summary: 'List what was recorded in scope, latest first', ...page }),
      accept('query', AuditQuery),
      async (c) => c.json(await listAudit(c.var.work, c.req.valid('query'))),
    )
    .get(
      '/audit/export',
      describe({ summary: 'The same as a file, CSV or JSON lines', status: 200 }),
      accept('query', AuditExportQuery),
      async (c) => attach(c, await exportAudit(c.var.work, c.req.valid('query'))),
    )
    .get(
      '/organisations/:id/audit',
      describe({ summary: 'List what was recorded here and below', ...page }),
      accept('query', OfOrganisation),
      async (c) => {
        const organisation = c.req.param('id');
        return c.json(await listAudit(c.var.work, { ...c.req.valid('query'), organisation }));
      },
    )
    .get(
      '/organisations/:id/audit/export',
      describe({ summary: 'The same as a file, CSV or JSON lines', status: 200 }),
      accept('query', ExportOfOrganisation),
      async (c) => {
        const organisation = c.req.param('id');
        return attach(c, await exportAudit(c.var.work, { ...c.req.valid('query'), organisation }));
      },
    )
    .post(
      '/audit/marks',
      describe({
        summary: 'State of refused reads that no person attempted them; the records stay',
        answer: AuditMarked,
      }),
      accept('json', MarkAudit),
      async (c) => c.json(await markAudit(c.var.work, c.req.valid('json'))),
    )
    .post(
      '/accounts/:id/erase-audit',
      describe({
        summary: 'Take somebody’s names and addresses out of the audit',
        answer: AuditErased,
      }),
      async (c) => c.json(await eraseAudit(c.var.work, c.req.param('id'))),
    );
}

/** Answers with a file, sent as it is written. */
function attach(c: Context<AppEnv>, { name, type, body }: Export) {
  return c.body(asSent(body), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
  });
}

/** The text, asked for as fast as it is taken; a failure breaks the answer off, for all to see. */
function asSent(parts: Export['body']): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return();
    },
  });
}
