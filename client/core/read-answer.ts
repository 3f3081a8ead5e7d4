import type { AnswerKind } from '../../shared/core/endpoint.ts';
import { isFields } from '../../shared/core/merge-patch.ts';
import type { Problem } from '../../shared/core/problem.ts';

export async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function numberIn(header: string | null): number | undefined {
  const digits = header === null ? null : /\d+/.exec(header);
  return digits ? Number(digits[0]) : undefined;
}

export function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}

/**
 * Whether a body is of the kind that an endpoint answers with. What stands in it is not looked at:
 * the schemas are not here, and the server's tests hold each answer to its own.
 */
export function isAnswerOf(kind: AnswerKind, body: unknown): boolean {
  if (kind === 'nothing') return true;
  if (!isFields(body)) return false;
  if (kind === 'page') return Array.isArray(body['items']);
  return kind === 'value' || kind === 'queued' || typeof body['version'] === 'number';
}
