import { deepStrictEqual } from 'node:assert';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { AnswerKind } from '../../../shared/core/endpoint.ts';
import { attach, type Attachment } from './attachment.ts';
import type { AppEnv } from './router.ts';
import { type KeptFile, sendFile } from './send-file.ts';

/** What an answer is sent by. */
export interface Contract {
  /** The operation's name. */
  name: string;
  answers: AnswerKind;
  /** The schema of the whole body, where it is JSON. */
  answer: z.ZodType | undefined;
  /** Below which path of the API it is found, if it was just made. */
  collection: string | undefined;
}

/** The server sends what a handler replied, in the way of its endpoint. */
export function answerAs(
  c: Context<AppEnv>,
  contract: Contract,
  reply: unknown,
): Response | Promise<Response> {
  const { answers, collection = '' } = contract;
  if (answers === 'nothing') return c.body(null, 204);
  if (answers === 'redirect') return c.redirect(reply as string);
  if (answers === 'file') {
    return 'open' in (reply as object)
      ? sendFile(c, reply as KeptFile)
      : attach(c, reply as Attachment);
  }
  if (c.var.checksAnswers) checkAnswer(contract, reply);
  const { id, version } = reply as { id: string; version: number };
  if (answers === 'record' || answers === 'made') c.header('ETag', `"${version}"`);
  if (answers === 'made') c.header('Location', `/api/${collection}/${id}`);
  if (answers === 'queued' && 'state' in (reply as object)) {
    c.header('Location', `/api/jobs/${id}`);
    return c.json(reply as object, 202);
  }
  return c.json(reply as object, answers === 'made' ? 201 : 200);
}

/**
 * The check refuses what the contract does not say, be it too little or too much: clients only read
 * types.
 */
function checkAnswer({ name, answer }: Contract, reply: unknown): void {
  const sent: unknown = JSON.parse(JSON.stringify(reply));
  const { error, data } = answer?.safeParse(sent) ?? {};
  const differs = `${name} answers otherwise than its contract says`;
  if (error) throw new Error(differs, { cause: error });
  try {
    deepStrictEqual(sent, data);
  } catch (cause) {
    throw new Error(differs, { cause });
  }
}
