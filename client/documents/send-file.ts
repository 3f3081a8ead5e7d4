import type { Problem } from '../../shared/core/problem.ts';
import { ApiError, Unreachable } from '../core/api.ts';
import { isProblem } from '../core/read-answer.ts';

/** So much goes in one request: what a lost line costs at most. */
const CHUNK = 8 * 1024 * 1024;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** A file and where it goes. */
export interface Sending {
  url: string;
  file: Blob;
  /** In whose name, as with every other request. */
  accountId: string | undefined;
  signal: AbortSignal;
  /** How many bytes have arrived, or are on their way. */
  onprogress: (sent: number) => void;
  /** Whether it waits for the line to come back. */
  onwaiting: (isWaiting: boolean) => void;
}

/**
 * Sends a file by tus 1.0. After a lost line it asks how much has arrived and goes on from there, for
 * as long as it takes; only a refusal ends it, or whoever waits for it.
 */
export async function sendFile(sending: Sending): Promise<void> {
  const { file, signal, onprogress, onwaiting } = sending;
  let offset: number | undefined;
  let failures = 0;
  for (;;) {
    try {
      offset ??= await findOffset(sending);
      onwaiting(false);
      onprogress(offset);
      offset = await sendChunk(sending, offset);
      failures = 0;
      if (offset >= file.size) return;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ApiError && isFinal(error)) throw error;
      offset = undefined;
      failures += 1;
      onwaiting(failures > 1 || error instanceof Unreachable);
      await pause(failures, signal);
    }
  }
}

/** Whether asking again is of no use. An offset that is not the server's is asked for anew. */
function isFinal({ status, code, problem }: ApiError): boolean {
  if (code === 'upload.state') return problem.reason !== undefined;
  return status < 500 && status !== 408 && status !== 429;
}

async function findOffset({ url, accountId, signal }: Sending): Promise<number> {
  const response = await fetch(url, {
    method: 'HEAD',
    headers: headersFor(accountId),
    signal,
  }).catch((error: unknown) => {
    throw new Unreachable(error);
  });
  const offset = Number(response.headers.get('upload-offset') ?? NaN);
  if (response.ok && Number.isSafeInteger(offset)) return offset;
  throw refusalOf(response.status);
}

/** By XHR, which alone tells how much of a request is on its way. */
function sendChunk(sending: Sending, offset: number): Promise<number> {
  const { url, file, accountId, signal, onprogress } = sending;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => {
      request.abort();
    };
    request.open('PATCH', url);
    const headers = {
      ...headersFor(accountId),
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => {
      onprogress(offset + loaded);
    };
    request.onload = () => {
      const reached = Number(request.getResponseHeader('upload-offset') ?? NaN);
      if (request.status === 204 && Number.isSafeInteger(reached)) resolve(reached);
      else reject(refusalOf(request.status, request.responseText));
    };
    request.onerror = () => {
      reject(new Unreachable('the line was lost'));
    };
    request.onabort = request.onerror;
    request.onloadend = () => {
      signal.removeEventListener('abort', abort);
    };
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    request.send(file.slice(offset, offset + CHUNK));
  });
}

function headersFor(accountId: string | undefined): Record<string, string> {
  return {
    'tus-resumable': '1.0.0',
    ...(accountId !== undefined && { 'canopy-account': accountId }),
  };
}

/** The refusal that the server answered; one without a body, as HEAD has, by its status alone. */
function refusalOf(status: number, text = ''): Error {
  const body = parsed(text);
  if (isProblem(body)) return new ApiError(body);
  const codes: Record<number, string> = { 401: 'auth.required', 404: 'not-found' };
  const code = codes[status];
  if (code === undefined) return new Unreachable(`An answer ${status} that is not ours.`);
  const problem: Problem = { type: 'about:blank', title: code, status, code, detail: code };
  return new ApiError(problem);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Longer after each failure, and over at once when the browser says that the line is back. */
function pause(failures: number, signal: AbortSignal): Promise<void> {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, wait);
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
