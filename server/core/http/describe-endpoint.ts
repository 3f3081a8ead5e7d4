import { describeRoute, resolver } from 'hono-openapi';
import type { z } from 'zod';
import type { Endpoint } from '../../../shared/core/endpoint.ts';
import { Problem } from '../../../shared/core/problem.ts';
import { ACCOUNT_HEADER } from './request.ts';

/** What the reference of the API says of an endpoint, besides what it is. */
interface Reference {
  /** The operation's name. */
  name: string;
  feature: string;
  summary: string;
  /** The schema of the whole body of the answer, where it is JSON. */
  answer: z.ZodType | undefined;
  ignoresKey: true | undefined;
}

const headers = {
  'If-Match': {
    description: 'The ETag that the caller saw, such as "7", or * to overwrite knowingly.',
    required: true,
  },
  'Idempotency-Key': {
    description:
      'A key of the caller’s choice: a retry with it and the same body is answered once more, not carried out again.',
    required: false,
  },
  [ACCOUNT_HEADER]: {
    description:
      'The id of the account that the request is made for. Refused with auth.another if the session is of somebody else, who signed in in another tab.',
    required: false,
  },
};

const outcomes = {
  page: { status: 200, description: 'Done.' },
  record: { status: 200, description: 'Done.' },
  value: { status: 200, description: 'Done.' },
  queued: {
    status: 202,
    description:
      'Queued: Location says where the job is. With dryRun=true, 200 and what it would do.',
  },
  made: { status: 201, description: 'Done.' },
  nothing: { status: 204, description: 'Done; there is no body.' },
  file: { status: 200, description: 'The file.' },
  redirect: { status: 302, description: 'Go on there.' },
} as const;

/** The description of an endpoint for `GET /api/openapi.json`. */
export function describeEndpoint({ method, answers, isVersioned }: Endpoint, reference: Reference) {
  const { name, feature, summary, answer, ignoresKey } = reference;
  const { status, description } = outcomes[answers];
  const isKeyed =
    method === 'PATCH' || ((answers === 'made' || answers === 'queued') && !ignoresKey);
  return describeRoute({
    operationId: name,
    tags: [feature],
    summary,
    parameters: [
      ...(isVersioned ? [parameter('If-Match')] : []),
      parameter(ACCOUNT_HEADER),
      ...(isKeyed ? [parameter('Idempotency-Key')] : []),
    ],
    responses: {
      [status]: {
        description,
        ...(answer && { content: { 'application/json': { schema: resolver(answer) } } }),
      },
      default: {
        description: 'Refused or failed, as problem details.',
        content: { 'application/problem+json': { schema: resolver(Problem) } },
      },
    },
  });
}

function parameter(name: keyof typeof headers) {
  return { in: 'header' as const, name, schema: { type: 'string' as const }, ...headers[name] };
}
