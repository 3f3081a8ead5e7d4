import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Api, Unreachable } from '../../client/core/api.ts';
import { endpointUrl } from '../../client/core/endpoint-url.ts';
import { createErrorHandler } from '../../server/core/http/errors.ts';
import { createRouter } from '../../server/core/http/router.ts';
import { serve } from '../../server/core/http/serve.ts';
import {
  answersNothing,
  answersPage,
  answersRecord,
  answersValue,
  endpoint,
  takesBody,
  takesQuery,
} from '../../shared/core/endpoint.ts';

const Invoice = z.object({ id: z.string(), total: z.number(), version: z.number() });
const PayInvoice = z.strictObject({ by: z.string(), note: z.string().default('') });
/** As endpoints know schemas. */
type InvoiceQuery = z.ZodObject<{
  q: z.ZodOptional<z.ZodString>;
  limit: z.ZodDefault<z.ZodString>;
}>;

const readInvoice = endpoint('GET /invoices/:id', answersRecord<typeof Invoice>());
const listInvoices = endpoint(
  'GET /accounts/:id/invoices',
  answersPage<typeof Invoice>(),
  takesQuery<InvoiceQuery>(),
);
const payInvoice = endpoint(
  'POST /accounts/:id/invoices/:number/pay',
  answersRecord<typeof Invoice>(),
  takesBody<typeof PayInvoice>(),
);
const editInvoice = endpoint(
  'PATCH /invoices/:id',
  answersRecord<typeof Invoice>(),
  takesBody<typeof PayInvoice>(),
);
const deleteInvoice = endpoint('DELETE /invoices/:id', answersNothing());
const countInvoices = endpoint('GET /invoices/count', answersValue<typeof Invoice>());

const invoice = { id: 'a', total: 1, version: 7 };

/** A client whose server answers every request like this; what was asked comes with it. */
function answering(body: unknown, status = 200) {
  const asked: { url: string; init: RequestInit }[] = [];
  const api = new Api((url, init = {}) => {
    asked.push({ url: url as string, init });
    const text = body === undefined ? null : JSON.stringify(body);
    return Promise.resolve(new Response(text, { status }));
  });
  return { api, asked };
}

describe('the address of an endpoint', () => {
  test('has its names filled in, as the text that they are', () => {
    expect(endpointUrl(payInvoice, { id: 'a/b', number: '7?' })).toBe(
      '/api/accounts/a%2Fb/invoices/7%3F/pay',
    );
  });

  test('has the query that was given, in words and digits', () => {
    const url = endpointUrl(listInvoices, { id: 'a', query: { q: undefined, limit: 20 } });

    expect(url).toBe('/api/accounts/a/invoices?limit=20');
  });
});

describe('a call', () => {
  test('sends what the endpoint takes', async () => {
    const { api, asked } = answering(invoice);

    await api.call(payInvoice, { id: 'a', number: '7', body: { by: 'card' }, key: 'k' });
    await api.call(editInvoice, { id: 'a', body: { by: 'card' }, version: 6 });

    expect(asked[0]).toMatchObject({
      url: '/api/accounts/a/invoices/7/pay',
      init: { method: 'POST', body: '{"by":"card"}', headers: { 'idempotency-key': 'k' } },
    });
    expect(asked[1]?.init.headers).toMatchObject({
      'if-match': '"6"',
      'content-type': 'application/merge-patch+json',
    });
  });

  test.each([
    ['a page', () => answering({ items: {} }).api.call(listInvoices, { id: 'a' })],
    ['a record', () => answering({ id: 'a' }).api.call(readInvoice, { id: 'a' })],
    ['an object', () => answering(['a']).api.call(countInvoices)],
    ['JSON', () => answering(undefined).api.call(countInvoices)],
  ])(
    'that is not answered with %s as it should be was answered by somebody else',
    async (_, call) => {
      await expect(call()).rejects.toThrow(Unreachable);
    },
  );

  test('is answered with anything where nothing is answered', async () => {
    const { api } = answering(undefined, 204);

    expect((await api.call(deleteInvoice, { id: 'a' })).data).toBeUndefined();
  });

  test('does not compile unless it is what the endpoint takes and answers', () => {
    const { api } = answering(invoice);
    const calls = [
      // @ts-expect-error: it takes an id
      () => api.call(readInvoice),
      // @ts-expect-error: that is no name in its path
      () => api.call(readInvoice, { number: '7' }),
      // @ts-expect-error: it takes a body
      () => api.call(payInvoice, { id: 'a', number: '7' }),
      // @ts-expect-error: of another type
      () => api.call(payInvoice, { id: 'a', number: '7', body: { by: 7 } }),
      // @ts-expect-error: a change says which version was seen
      () => api.call(editInvoice, { id: 'a', body: { by: 'card' } }),
      // @ts-expect-error: nobody sorts them
      () => api.call(listInvoices, { id: 'a', query: { sort: 'total' } }),
      // @ts-expect-error: a page is no invoice
      (): Promise<{ data: z.infer<typeof Invoice> }> => api.call(listInvoices, { id: 'a' }),
    ];

    expect(calls).toHaveLength(7);
  });
});

describe('a feature', () => {
  test('that does not serve one of its endpoints does not start', () => {
    expect(() => serve('invoices', { readInvoice }, () => undefined)).toThrow(
      'invoices does not serve readInvoice',
    );
  });

  test('serves none that is not its own, and none twice', () => {
    expect(() =>
      serve('invoices', { deleteInvoice }, (on) => {
        on(deleteInvoice, { summary: 'Delete it' }, () => undefined);
        on(deleteInvoice, { summary: 'Delete it' }, () => undefined);
      }),
    ).toThrow('DELETE /invoices/:id is not one of invoices to serve');
  });

  test('does not compile with other schemas than were declared', () => {
    const summary = 'Pay it';
    const Wider = Invoice.extend({ secret: z.string() });
    const Stricter = PayInvoice.extend({ amount: z.number() });
    const reply = () => Promise.resolve(invoice);

    const routers = [
      serve('invoices', { readInvoice, payInvoice }, (on) => {
        // @ts-expect-error: it tells more
        on(readInvoice, { summary, answer: Wider }, reply);
        // @ts-expect-error: it asks for more
        on(payInvoice, { summary, answer: Invoice, body: Stricter }, reply);
      }),
      serve('invoices', { readInvoice, payInvoice }, (on) => {
        // @ts-expect-error: it takes a body
        on(payInvoice, { summary, answer: Invoice }, reply);
        // @ts-expect-error: it answers with an invoice
        on(readInvoice, { summary, answer: Invoice }, ({ id }) => id);
      }),
    ];

    expect(routers).toHaveLength(2);
  });

  test.each([
    ['as its contract says', invoice, 200],
    ['with less', { id: 'a', version: 7 }, 500],
    ['with something else', { ...invoice, total: '1' }, 500],
    ['with more', { ...invoice, secret: 'x' }, 500],
  ])('whose answers are checked may answer %s: %j is %i', async (_, reply, status) => {
    const faults: string[] = [];
    const log = pino({ level: 'error' }, { write: (line) => faults.push(line) });
    const app = createRouter().use(async (c, next) => {
      c.set('checksAnswers', true);
      await next();
    });
    app.onError(createErrorHandler(log));
    app.route(
      '/',
      serve('invoices', { readInvoice }, (on) => {
        on(readInvoice, { summary: 'Read it', answer: Invoice }, () => reply as typeof invoice);
      }),
    );

    expect((await app.request('/invoices/a')).status).toBe(status);
    expect(faults.join('')).toMatch(status === 200 ? /^$/ : /readInvoice answers otherwise/);
  });
});
